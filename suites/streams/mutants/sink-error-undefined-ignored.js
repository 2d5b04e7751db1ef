// META: fault=error() of a writable controller without a reason does nothing.
// META: requirement=ws-error-undefined
"use strict";

mutate(WritableStreamDefaultController.prototype, "error", (error) => {
  return function (reason) {
    if (reason !== undefined) error.call(this, reason);
  };
});
