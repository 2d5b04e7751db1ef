// META: fault=read() into a view without bytes is fulfilled at once with that view.
// META: requirement=byob-read-empty
"use strict";

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return function (...args) {
    const [view] = args;
    const empty = ArrayBuffer.isView(view) && view.byteLength === 0 && view.buffer.byteLength > 0;
    if (empty) return Promise.resolve({ value: view, done: false });
    return Reflect.apply(read, this, args);
  };
});
