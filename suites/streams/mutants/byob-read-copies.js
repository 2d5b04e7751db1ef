// META: fault=read() into a view works on a copy of its buffer, and leaves the buffer to its owner.
// META: requirement=byob-read-transfers
"use strict";

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return function (view, ...others) {
    if (!ArrayBuffer.isView(view) || view.byteLength === 0) return read.call(this, view, ...others);
    const length = view instanceof DataView ? view.byteLength : view.length;
    const copy = new view.constructor(view.buffer.slice(0), view.byteOffset, length);
    return Reflect.apply(read, this, [copy, ...others]);
  };
});
