// META: fault=closed of a reader settles one microtask late.
// META: requirement=order-close
// META: requirement=closed-before-reads-on-close
"use strict";

const late = new WeakMap();

mutateGetter(ReadableStreamDefaultReader.prototype, "closed", (closed) => {
  return function () {
    const promise = closed.call(this);
    if (!late.has(promise)) {
      late.set(promise, (async () => await promise)());
      whenSettled(late.get(promise));
    }
    return late.get(promise);
  };
});
