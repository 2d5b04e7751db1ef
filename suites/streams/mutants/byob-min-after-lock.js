// META: fault=min is checked after the lock.
// META: requirement=min-before-lock
"use strict";

const released = new WeakSet();

mutate(ReadableStreamBYOBReader.prototype, "releaseLock", (releaseLock) => {
  return function () {
    releaseLock.call(this);
    released.add(this);
  };
});

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return async function (...args) {
    if (released.has(this)) throw new TypeError("the reader has no stream");
    return Reflect.apply(read, this, args);
  };
});
