// META: fault=enqueue() of a byte controller takes the buffer of the chunk though the stream has ended.
// META: requirement=byte-after-end
"use strict";

const { byteLength } = Object.getOwnPropertyDescriptors(ArrayBuffer.prototype);

mutate(ReadableByteStreamController.prototype, "enqueue", (enqueue) => {
  return function (chunk) {
    try {
      enqueue.call(this, chunk);
    } catch (error) {
      const view = ArrayBuffer.isView(chunk) && chunk.byteLength > 0;
      const own = view && chunk.buffer instanceof ArrayBuffer && byteLength.get.call(chunk.buffer);
      if (own && !(this.desiredSize > 0)) structuredClone(0, { transfer: [chunk.buffer] });
      throw error;
    }
  };
});
