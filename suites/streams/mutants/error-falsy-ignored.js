// META: fault=error() with a reason that is false, 0 or empty does nothing.
// META: requirement=read-error
"use strict";

mutate(ReadableStreamDefaultController.prototype, "error", (error) => {
  return function (reason) {
    if (reason || reason === undefined) error.call(this, reason);
  };
});
