// META: fault=desiredSize of a transform stream is null, where 0 is due, once the readable side is terminated.
// META: requirement=ts-desired-size
"use strict";

const terminated = new WeakSet();

mutate(TransformStreamDefaultController.prototype, "terminate", (terminate) => {
  return function () {
    terminate.call(this);
    terminated.add(this);
  };
});

mutateGetter(TransformStreamDefaultController.prototype, "desiredSize", (desiredSize) => {
  return function () {
    const size = desiredSize.call(this);
    return terminated.has(this) ? null : size;
  };
});
