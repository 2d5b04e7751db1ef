// META: fault=closed of a writer is the promise of its close().
// META: requirement=close-closed-promise
"use strict";

const closing = new WeakMap();

mutate(WritableStreamDefaultWriter.prototype, "close", (close) => {
  return function () {
    const promise = close.call(this);
    if (!closing.has(this)) closing.set(this, promise);
    return promise;
  };
});

mutateGetter(WritableStreamDefaultWriter.prototype, "closed", (closed) => {
  return function () {
    const promise = closed.call(this);
    return closing.get(this) ?? promise;
  };
});
