// META: fault=A default reader gets the bytes of a chunk in a buffer of just their size.
// META: requirement=byte-chunk-type
"use strict";

mutate(ReadableByteStreamController.prototype, "enqueue", (enqueue) => {
  return function (chunk) {
    const tight = ArrayBuffer.isView(chunk) && chunk.byteLength > 0;
    if (!tight || chunk.byteLength === chunk.buffer.byteLength) return enqueue.call(this, chunk);
    const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const copy = bytes.slice();
    if (this.desiredSize !== null) chunk.buffer.transfer();
    return enqueue.call(this, copy);
  };
});
