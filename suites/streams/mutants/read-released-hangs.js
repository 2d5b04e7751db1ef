// META: fault=read() of a released BYOB reader that waits stays pending for ever.
// META: requirement=byob-release
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
    const before = released.has(this);
    try {
      return await read.apply(this, args);
    } catch (error) {
      if (!before && released.has(this)) await new Promise(() => {});
      throw error;
    }
  };
});
