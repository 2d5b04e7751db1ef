// META: fault=error() of a writable controller with a reason that is false, 0 or empty does nothing.
// META: requirement=ws-error
"use strict";

mutate(WritableStreamDefaultController.prototype, "error", (error) => {
  return function (reason) {
    if (reason || reason === undefined) error.call(this, reason);
  };
});
