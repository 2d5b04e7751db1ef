// META: fault=enqueue() of a byte controller returns whether there is still room.
// META: requirement=byte-returns-undefined
"use strict";

mutate(ReadableByteStreamController.prototype, "enqueue", (enqueue) => {
  return function (...args) {
    Reflect.apply(enqueue, this, args);
    return this.desiredSize > 0;
  };
});
