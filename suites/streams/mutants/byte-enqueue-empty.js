// META: fault=enqueue() of a byte controller ignores a view without bytes.
// META: requirement=byte-enqueue-empty
"use strict";

mutate(ReadableByteStreamController.prototype, "enqueue", (enqueue) => {
  return function (chunk) {
    const empty = ArrayBuffer.isView(chunk) && chunk.byteLength === 0;
    return empty && chunk.buffer.byteLength > 0 ? undefined : enqueue.call(this, chunk);
  };
});
