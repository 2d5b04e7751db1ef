// META: fault=read() takes the length of a view from its property byteLength.
// META: requirement=byob-read-in-place
// META: requirement=request-view
"use strict";

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return async function (...args) {
    const [view] = args;
    if (ArrayBuffer.isView(view) && Object.hasOwn(view, "byteLength")) {
      args[0] = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    }
    return Reflect.apply(read, this, args);
  };
});
