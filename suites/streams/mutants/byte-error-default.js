// META: fault=error() of a byte controller without an argument errors the stream with a TypeError.
// META: requirement=byte-error-drops
"use strict";

mutate(ReadableByteStreamController.prototype, "error", (error) => {
  return function (reason = new TypeError("the stream was errored")) {
    error.call(this, reason);
  };
});
