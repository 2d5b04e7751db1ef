// META: fault=read() of a released reader is done.
// META: requirement=released-read
"use strict";

const released = new WeakSet();

mutate(ReadableStreamDefaultReader.prototype, "releaseLock", (releaseLock) => {
  return function () {
    releaseLock.call(this);
    released.add(this);
  };
});

mutate(ReadableStreamDefaultReader.prototype, "read", (read) => {
  return function () {
    if (!released.has(this)) return read.call(this);
    return Promise.resolve({ value: undefined, done: true });
  };
});
