// META: fault=close() of a byte stream that is closed does nothing.
// META: requirement=byte-after-end
"use strict";

const closed = new WeakSet();

mutate(ReadableByteStreamController.prototype, "close", (close) => {
  return function () {
    if (!closed.has(this)) close.call(this);
    closed.add(this);
  };
});
