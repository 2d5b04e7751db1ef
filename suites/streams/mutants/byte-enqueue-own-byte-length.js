// META: fault=enqueue() of a byte controller takes the length of a chunk from its property byteLength.
// META: requirement=byte-chunk-type
"use strict";

mutate(ReadableByteStreamController.prototype, "enqueue", (enqueue) => {
  return function (...args) {
    const [chunk] = args;
    if (ArrayBuffer.isView(chunk) && Object.hasOwn(chunk, "byteLength")) {
      args[0] = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    }
    return Reflect.apply(enqueue, this, args);
  };
});
