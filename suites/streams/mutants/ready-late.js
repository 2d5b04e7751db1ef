// META: fault=ready of a writer settles one microtask late.
// META: requirement=order-ready
"use strict";

const late = new WeakMap();

mutateGetter(WritableStreamDefaultWriter.prototype, "ready", (ready) => {
  return function () {
    const promise = ready.call(this);
    if (!late.has(promise)) {
      late.set(promise, (async () => await promise)());
      whenSettled(late.get(promise));
    }
    return late.get(promise);
  };
});
