// META: fault=ready stays the promise that it was at first, though the stream fills up.
// META: requirement=ready-pending
"use strict";

const first = new WeakMap();

mutateGetter(WritableStreamDefaultWriter.prototype, "ready", (ready) => {
  return function () {
    const promise = ready.call(this);
    if (!first.has(this)) first.set(this, promise);
    return first.get(this);
  };
});
