// META: fault=read() of a released BYOB reader is rejected and takes the buffer of the view.
// META: requirement=byob-released
"use strict";

const released = new WeakSet();

mutate(ReadableStreamBYOBReader.prototype, "releaseLock", (releaseLock) => {
  return function () {
    releaseLock.call(this);
    released.add(this);
  };
});

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return function (...args) {
    const promise = Reflect.apply(read, this, args);
    if (released.has(this) && args[0]?.byteLength > 0) {
      structuredClone(0, { transfer: [args[0].buffer] });
    }
    return promise;
  };
});
