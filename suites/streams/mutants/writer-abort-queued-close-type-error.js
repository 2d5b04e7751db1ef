// META: fault=abort() rejects a close that is still queued with a TypeError.
// META: requirement=abort-queued-close
"use strict";

const aborted = new WeakSet();

mutate(WritableStreamDefaultWriter.prototype, "abort", (abort) => {
  return function (...args) {
    aborted.add(this);
    return Reflect.apply(abort, this, args);
  };
});

mutate(WritableStreamDefaultWriter.prototype, "close", (close) => {
  return async function () {
    try {
      return await close.call(this);
    } catch (error) {
      throw aborted.has(this) ? new TypeError("the stream was aborted") : error;
    }
  };
});
