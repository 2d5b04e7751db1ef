// META: fault=pipeThrough() returns another stream than the readable side of the pair.
// META: requirement=pipe-through-returns
"use strict";

mutate(ReadableStream.prototype, "pipeThrough", (pipeThrough) => {
  return function (...args) {
    const readable = Reflect.apply(pipeThrough, this, args);
    return readable.locked ? readable : readable.tee()[0];
  };
});
