// META: fault=cancel() of a released reader is fulfilled and does nothing.
// META: requirement=released-cancel
"use strict";

const released = new WeakSet();

mutate(ReadableStreamDefaultReader.prototype, "releaseLock", (releaseLock) => {
  return function () {
    releaseLock.call(this);
    released.add(this);
  };
});

mutate(ReadableStreamDefaultReader.prototype, "cancel", (cancel) => {
  return function (reason) {
    return released.has(this) ? Promise.resolve() : cancel.call(this, reason);
  };
});
