// META: fault=enqueue() of a byte controller takes a view on shared memory, and copies it.
// META: requirement=byte-enqueue-shared
"use strict";

mutate(ReadableByteStreamController.prototype, "enqueue", (enqueue) => {
  return function (chunk) {
    const shared = ArrayBuffer.isView(chunk) && chunk.buffer instanceof SharedArrayBuffer;
    return enqueue.call(this, shared ? new Uint8Array(chunk) : chunk);
  };
});
