// META: fault=desiredSize is 0 as soon as close() was called.
// META: requirement=writer-desired-size-closed
"use strict";

const closing = new WeakSet();

mutate(WritableStreamDefaultWriter.prototype, "close", (close) => {
  return function () {
    const promise = close.call(this);
    closing.add(this);
    return promise;
  };
});

mutateGetter(WritableStreamDefaultWriter.prototype, "desiredSize", (desiredSize) => {
  return function () {
    const size = desiredSize.call(this);
    return size !== null && closing.has(this) ? 0 : size;
  };
});
