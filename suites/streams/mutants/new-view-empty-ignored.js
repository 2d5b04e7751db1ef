// META: fault=respondWithNewView() ignores an empty view while the stream is readable.
// META: requirement=new-view-empty
"use strict";

mutate(ReadableStreamBYOBRequest.prototype, "respondWithNewView", (respondWithNewView) => {
  return function (...args) {
    const [view] = args;
    const empty = ArrayBuffer.isView(view) && view.byteLength === 0 && view.buffer.byteLength > 0;
    try {
      return Reflect.apply(respondWithNewView, this, args);
    } catch (error) {
      if (!empty || !this.view) throw error;
    }
  };
});
