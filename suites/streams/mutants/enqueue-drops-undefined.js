// META: fault=enqueue(undefined) of a readable stream enqueues nothing.
// META: requirement=enqueue-undefined
"use strict";

mutate(ReadableStreamDefaultController.prototype, "enqueue", (enqueue) => {
  return function (chunk) {
    if (chunk !== undefined || this.desiredSize === null) enqueue.call(this, chunk);
  };
});
