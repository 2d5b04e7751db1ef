// META: fault=A second releaseLock() of a reader throws a TypeError.
// META: requirement=release-twice
"use strict";

const released = new WeakSet();

mutate(ReadableStreamDefaultReader.prototype, "releaseLock", (releaseLock) => {
  return function () {
    if (released.has(this)) throw new TypeError("the reader has no stream");
    releaseLock.call(this);
    released.add(this);
  };
});
