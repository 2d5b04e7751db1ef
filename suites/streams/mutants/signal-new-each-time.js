// META: fault=signal of a writable controller gives another signal each time.
// META: requirement=signal-initial
"use strict";

mutateGetter(WritableStreamDefaultController.prototype, "signal", (signal) => {
  return function () {
    return AbortSignal.any([signal.call(this)]);
  };
});
