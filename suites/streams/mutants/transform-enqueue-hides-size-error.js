// META: fault=enqueue() of a transform stream does not throw what size() throws.
// META: requirement=ts-enqueue-size-throws
"use strict";

mutate(TransformStreamDefaultController.prototype, "enqueue", (enqueue) => {
  return function (chunk) {
    const before = this.desiredSize;
    try {
      enqueue.call(this, chunk);
    } catch (error) {
      if (before === null || this.desiredSize !== null) throw error;
    }
  };
});
