// META: fault=desiredSize is 0 as soon as close() was called, though chunks are queued.
// META: requirement=controller-desired-size-closing
"use strict";

const closing = new WeakSet();

mutate(ReadableStreamDefaultController.prototype, "close", (close) => {
  return function () {
    close.call(this);
    closing.add(this);
  };
});

mutateGetter(ReadableStreamDefaultController.prototype, "desiredSize", (desiredSize) => {
  return function () {
    const size = desiredSize.call(this);
    return size !== null && closing.has(this) ? 0 : size;
  };
});
