// META: fault=respondWithNewView() works on a copy, and leaves the buffer of the view to its owner.
// META: requirement=new-view
"use strict";

mutate(ReadableStreamBYOBRequest.prototype, "respondWithNewView", (respondWithNewView) => {
  return function (...args) {
    const [view] = args;
    if (ArrayBuffer.isView(view) && view.byteLength > 0 && view.buffer instanceof ArrayBuffer) {
      args[0] = new Uint8Array(view.buffer.slice(0), view.byteOffset, view.byteLength);
    }
    return Reflect.apply(respondWithNewView, this, args);
  };
});
