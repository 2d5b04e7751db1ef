// META: fault=pipeThrough() does not hand its signal to the pipe.
// META: requirement=pipe-through-options
"use strict";

mutate(ReadableStream.prototype, "pipeThrough", (pipeThrough) => {
  return function (...args) {
    if (args[1]?.signal instanceof AbortSignal) args[1] = { ...args[1], signal: undefined };
    return Reflect.apply(pipeThrough, this, args);
  };
});
