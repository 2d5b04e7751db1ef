// META: fault=enqueue() of a byte controller refuses a DataView.
// META: requirement=byte-enqueue-type
// META: requirement=byte-chunk-type
"use strict";

mutate(ReadableByteStreamController.prototype, "enqueue", (enqueue) => {
  return function (chunk) {
    if (chunk instanceof DataView) throw new TypeError("not a typed array");
    return enqueue.call(this, chunk);
  };
});
