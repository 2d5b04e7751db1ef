// META: fault=write() of a released writer throws, where its promise should be rejected.
// META: requirement=writer-released
"use strict";

const released = new WeakSet();

mutate(WritableStreamDefaultWriter.prototype, "releaseLock", (releaseLock) => {
  return function () {
    releaseLock.call(this);
    released.add(this);
  };
});

mutate(WritableStreamDefaultWriter.prototype, "write", (write) => {
  return function (...args) {
    if (released.has(this)) throw new TypeError("the writer has no stream");
    return Reflect.apply(write, this, args);
  };
});
