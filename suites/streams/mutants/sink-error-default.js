// META: fault=error() of a writable controller without an argument errors the stream with a TypeError.
// META: requirement=ws-error-undefined
"use strict";

mutate(WritableStreamDefaultController.prototype, "error", (error) => {
  return function (reason = new TypeError("the stream was errored")) {
    error.call(this, reason);
  };
});
