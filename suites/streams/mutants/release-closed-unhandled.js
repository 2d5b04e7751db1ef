// META: fault=The closed promise that releaseLock() rejects is not marked as handled.
// META: requirement=closed-handled
"use strict";

const { closed } = Object.getOwnPropertyDescriptors(ReadableStreamDefaultReader.prototype);

mutate(ReadableStreamDefaultReader.prototype, "releaseLock", (releaseLock) => {
  return function () {
    releaseLock.call(this);
    const promise = closed.get.call(this);
    (async () => await promise)();
  };
});
