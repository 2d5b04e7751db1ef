// META: fault=pipeThrough() reads writable of the pair before readable.
// META: requirement=pipe-through-pair-order
"use strict";

mutate(ReadableStream.prototype, "pipeThrough", (pipeThrough) => {
  return function (...args) {
    if (Object(args[0]) !== args[0]) return Reflect.apply(pipeThrough, this, args);
    const { writable, readable } = args[0];
    args[0] = { writable, readable };
    return Reflect.apply(pipeThrough, this, args);
  };
});
