// META: fault=releaseLock() throws a TypeError while reads wait.
// META: requirement=release-reads
"use strict";

const waiting = new WeakMap();

mutate(ReadableStreamDefaultReader.prototype, "read", (read) => {
  return function () {
    const promise = read.call(this);
    const count = (by) => waiting.set(this, (waiting.get(this) ?? 0) + by);
    count(1);
    const done = () => void count(-1);
    whenSettled(promise, done, done);
    return promise;
  };
});

mutate(ReadableStreamDefaultReader.prototype, "releaseLock", (releaseLock) => {
  return function () {
    if (waiting.get(this) > 0) throw new TypeError("reads are pending");
    releaseLock.call(this);
  };
});
