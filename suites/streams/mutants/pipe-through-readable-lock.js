// META: fault=pipeThrough() refuses a pair whose readable side is locked.
// META: requirement=pipe-through-readable-lock
"use strict";

mutate(ReadableStream.prototype, "pipeThrough", (pipeThrough) => {
  return function (...args) {
    const readable = args[0]?.readable;
    if (readable instanceof ReadableStream && readable.locked) throw new TypeError("locked");
    return Reflect.apply(pipeThrough, this, args);
  };
});
