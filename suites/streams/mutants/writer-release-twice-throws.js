// META: fault=A second releaseLock() of a writer throws a TypeError.
// META: requirement=writer-release-twice
"use strict";

const released = new WeakSet();

mutate(WritableStreamDefaultWriter.prototype, "releaseLock", (releaseLock) => {
  return function () {
    if (released.has(this)) throw new TypeError("the writer has no stream");
    releaseLock.call(this);
    released.add(this);
  };
});
