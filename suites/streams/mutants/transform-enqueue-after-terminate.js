// META: fault=enqueue() after terminate() does nothing, where it should throw a TypeError.
// META: requirement=ts-enqueue-after-end
"use strict";

const terminated = new WeakSet();

mutate(TransformStreamDefaultController.prototype, "terminate", (terminate) => {
  return function () {
    terminate.call(this);
    terminated.add(this);
  };
});

mutate(TransformStreamDefaultController.prototype, "enqueue", (enqueue) => {
  return function (chunk) {
    if (!terminated.has(this)) enqueue.call(this, chunk);
  };
});
