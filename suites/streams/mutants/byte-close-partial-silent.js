// META: fault=close() with a part of an element in the pending read errors the stream and does not throw.
// META: requirement=byte-close-partial
"use strict";

mutate(ReadableByteStreamController.prototype, "close", (close) => {
  return function () {
    const before = this.desiredSize;
    try {
      close.call(this);
    } catch (error) {
      if (before === null || this.desiredSize !== null) throw error;
    }
  };
});
