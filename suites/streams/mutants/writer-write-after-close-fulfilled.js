// META: fault=write() after close() is fulfilled and writes nothing.
// META: requirement=write-while-closing
// META: requirement=write-closed
"use strict";

const closing = new WeakSet();

mutate(WritableStreamDefaultWriter.prototype, "close", (close) => {
  return function () {
    const promise = close.call(this);
    closing.add(this);
    return promise;
  };
});

mutate(WritableStreamDefaultWriter.prototype, "write", (write) => {
  return function (...args) {
    const promise = Reflect.apply(write, this, args);
    return closing.has(this) ? whenSettled(promise) : promise;
  };
});
