// META: fault=releaseLock() of a writer throws a TypeError while writes are pending.
// META: requirement=writer-release-queue
"use strict";

const waiting = new WeakMap();

mutate(WritableStreamDefaultWriter.prototype, "write", (write) => {
  return function (chunk) {
    const promise = write.call(this, chunk);
    const count = (by) => waiting.set(this, (waiting.get(this) ?? 0) + by);
    count(1);
    const done = () => void count(-1);
    whenSettled(promise, done, done);
    return promise;
  };
});

mutate(WritableStreamDefaultWriter.prototype, "releaseLock", (releaseLock) => {
  return function () {
    if (waiting.get(this) > 0) throw new TypeError("writes are pending");
    releaseLock.call(this);
  };
});
