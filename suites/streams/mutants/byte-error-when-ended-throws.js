// META: fault=error() of a byte controller throws a TypeError when the stream has ended.
// META: requirement=byte-error-after-end
"use strict";

mutate(ReadableByteStreamController.prototype, "error", (error) => {
  return function (reason) {
    if (this.desiredSize === null) throw new TypeError("the stream has ended");
    error.call(this, reason);
  };
});
