// META: fault=enqueue() returns whether there is still room.
// META: requirement=controller-returns-undefined
"use strict";

mutate(ReadableStreamDefaultController.prototype, "enqueue", (enqueue) => {
  return function (chunk) {
    enqueue.call(this, chunk);
    return this.desiredSize > 0;
  };
});
