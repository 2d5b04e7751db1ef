// META: fault=enqueue() of an errored stream does nothing, where it should throw a TypeError.
// META: requirement=enqueue-after-end
"use strict";

mutate(ReadableStreamDefaultController.prototype, "enqueue", (enqueue) => {
  return function (...args) {
    if (this.desiredSize !== null) return Reflect.apply(enqueue, this, args);
  };
});
