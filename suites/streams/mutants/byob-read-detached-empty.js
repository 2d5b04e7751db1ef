// META: fault=read() into a view on a detached buffer is fulfilled with that view.
// META: requirement=detached-read
"use strict";

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return function (...args) {
    const [view] = args;
    const gone = ArrayBuffer.isView(view) && view.buffer.byteLength === 0;
    if (gone && view.buffer instanceof ArrayBuffer && view.buffer.detached !== false) {
      return Promise.resolve({ value: view, done: false });
    }
    return Reflect.apply(read, this, args);
  };
});
