// META: fault=enqueue() of a transform controller does nothing once the stream is errored.
// META: requirement=ts-enqueue-after-end
"use strict";

mutate(TransformStreamDefaultController.prototype, "enqueue", (enqueue) => {
  return function (...args) {
    if (this.desiredSize !== null) return Reflect.apply(enqueue, this, args);
  };
});
