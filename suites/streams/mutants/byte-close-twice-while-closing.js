// META: fault=close() of a byte stream that is closing does nothing.
// META: requirement=byte-after-end
"use strict";

const closing = new WeakSet();

mutate(ReadableByteStreamController.prototype, "close", (close) => {
  return function () {
    if (!closing.has(this) || this.desiredSize === 0) close.call(this);
    closing.add(this);
  };
});
