// META: fault=enqueue() of a byte controller of an errored stream does nothing.
// META: requirement=byte-after-end
"use strict";

mutate(ReadableByteStreamController.prototype, "enqueue", (enqueue) => {
  return function (...args) {
    if (this.desiredSize !== null) return Reflect.apply(enqueue, this, args);
  };
});
