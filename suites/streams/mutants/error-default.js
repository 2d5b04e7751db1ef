// META: fault=error() without an argument errors the stream with a TypeError, where undefined is due.
// META: requirement=error-undefined
"use strict";

mutate(ReadableStreamDefaultController.prototype, "error", (error) => {
  return function (reason = new TypeError("the stream was errored")) {
    error.call(this, reason);
  };
});
