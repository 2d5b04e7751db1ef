// META: fault=close() of a closed stream does nothing, where it should throw a TypeError.
// META: requirement=close-after-end
"use strict";

const closed = new WeakSet();

mutate(ReadableStreamDefaultController.prototype, "close", (close) => {
  return function () {
    if (!closed.has(this)) close.call(this);
    closed.add(this);
  };
});
