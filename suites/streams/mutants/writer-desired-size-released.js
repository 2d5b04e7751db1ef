// META: fault=desiredSize of a released writer is null, where it should throw a TypeError.
// META: requirement=writer-released
"use strict";

const released = new WeakSet();

mutate(WritableStreamDefaultWriter.prototype, "releaseLock", (releaseLock) => {
  return function () {
    releaseLock.call(this);
    released.add(this);
  };
});

mutateGetter(WritableStreamDefaultWriter.prototype, "desiredSize", (desiredSize) => {
  return function () {
    return released.has(this) ? null : desiredSize.call(this);
  };
});
