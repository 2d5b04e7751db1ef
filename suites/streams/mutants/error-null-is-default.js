// META: fault=error(null) errors a readable stream with undefined.
// META: requirement=read-error
"use strict";

mutate(ReadableStreamDefaultController.prototype, "error", (error) => {
  return function (reason) {
    error.call(this, reason ?? undefined);
  };
});
