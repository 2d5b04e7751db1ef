// META: fault=read() with a min that it refuses takes the buffer of the view.
// META: requirement=min-range
"use strict";

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return function (...args) {
    const promise = Reflect.apply(read, this, args);
    if (args[1]?.min === 0 && args[0]?.byteLength > 0) {
      structuredClone(0, { transfer: [args[0].buffer] });
    }
    return promise;
  };
});
