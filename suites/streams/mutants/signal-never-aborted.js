// META: fault=The signal of a writable controller is never aborted.
// META: requirement=signal-abort
"use strict";

const signals = new WeakMap();

mutateGetter(WritableStreamDefaultController.prototype, "signal", (signal) => {
  return function () {
    signal.call(this);
    if (!signals.has(this)) signals.set(this, new AbortController().signal);
    return signals.get(this);
  };
});
