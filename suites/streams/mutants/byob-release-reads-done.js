// META: fault=A pending read of a BYOB reader that is released is done, where it should be rejected.
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
      return await Reflect.apply(read, this, args);
    } catch (error) {
      if (before || !released.has(this)) throw error;
      return { value: undefined, done: true };
    }
  };
});
