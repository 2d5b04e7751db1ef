// META: fault=error() of a byte controller does nothing once close() was called, though bytes are queued.
// META: requirement=byte-error-drops
"use strict";

const closing = new WeakSet();

mutate(ReadableByteStreamController.prototype, "close", (close) => {
  return function () {
    close.call(this);
    closing.add(this);
  };
});

mutate(ReadableByteStreamController.prototype, "error", (error) => {
  return function (reason) {
    if (!closing.has(this)) error.call(this, reason);
  };
});
