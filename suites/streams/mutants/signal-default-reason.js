// META: fault=abort() aborts the signal with an AbortError, whatever its reason.
// META: requirement=signal-abort
"use strict";

const signals = new WeakMap();

mutateGetter(WritableStreamDefaultController.prototype, "signal", (signal) => {
  return function () {
    const original = signal.call(this);
    if (!signals.has(this)) {
      const other = new AbortController();
      if (original.aborted) other.abort();
      else original.addEventListener("abort", () => other.abort());
      signals.set(this, other.signal);
    }
    return signals.get(this);
  };
});
