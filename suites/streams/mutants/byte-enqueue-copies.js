// META: fault=enqueue() of a byte controller copies the chunk, and leaves its buffer to its owner.
// META: requirement=byte-enqueue-transfers
"use strict";

mutate(ReadableByteStreamController.prototype, "enqueue", (enqueue) => {
  return function (chunk) {
    if (!ArrayBuffer.isView(chunk) || chunk.byteLength === 0) return enqueue.call(this, chunk);
    const buffer = chunk.buffer.slice(0);
    return enqueue.call(this, new Uint8Array(buffer, chunk.byteOffset, chunk.byteLength));
  };
});
