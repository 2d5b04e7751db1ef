// META: fault=enqueue(null) of a readable stream enqueues nothing.
// META: requirement=enqueue-any-chunk
"use strict";

mutate(ReadableStreamDefaultController.prototype, "enqueue", (enqueue) => {
  return function (chunk) {
    if (chunk !== null || this.desiredSize === null) enqueue.call(this, chunk);
  };
});
