// META: fault=abort() aborts the signal in a later microtask.
// META: requirement=signal-abort
"use strict";

const signals = new WeakMap();

mutateGetter(WritableStreamDefaultController.prototype, "signal", (signal) => {
  return function () {
    const original = signal.call(this);
    if (original.aborted && !signals.has(this)) return original;
    if (!signals.has(this)) {
      const other = new AbortController();
      const follow = () => whenSettled(undefined, () => other.abort(original.reason));
      original.addEventListener("abort", follow);
      signals.set(this, other.signal);
    }
    return signals.get(this);
  };
});
