// META: fault=enqueue() of a view on a detached buffer does nothing.
// META: requirement=detached-enqueue
"use strict";

mutate(ReadableByteStreamController.prototype, "enqueue", (enqueue) => {
  return function (...args) {
    try {
      return Reflect.apply(enqueue, this, args);
    } catch (error) {
      const gone = ArrayBuffer.isView(args[0]) && args[0].buffer.byteLength === 0;
      if (!gone || !args[0].buffer.detached) throw error;
    }
  };
});
