// META: fault=cancel() of a reader releases its lock.
// META: requirement=reader-cancel-keeps-lock
"use strict";

const { releaseLock } = ReadableStreamDefaultReader.prototype;

mutate(ReadableStreamDefaultReader.prototype, "cancel", (cancel) => {
  return async function (reason) {
    const promise = cancel.call(this, reason);
    try {
      return await promise;
    } finally {
      if (this instanceof ReadableStreamDefaultReader) releaseLock.call(this);
    }
  };
});
