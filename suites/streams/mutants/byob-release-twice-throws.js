// META: fault=A second releaseLock() of a BYOB reader throws a TypeError.
// META: requirement=release-twice
// META: requirement=byob-release
"use strict";

const released = new WeakSet();

mutate(ReadableStreamBYOBReader.prototype, "releaseLock", (releaseLock) => {
  return function () {
    if (released.has(this)) throw new TypeError("the reader has no stream");
    releaseLock.call(this);
    released.add(this);
  };
});
