// META: fault=pipeThrough() refuses null for its options.
// META: requirement=pipe-through-options
// META: requirement=pipe-options-dictionary
"use strict";

mutate(ReadableStream.prototype, "pipeThrough", (pipeThrough) => {
  return function (...args) {
    if (args[1] === null) throw new TypeError("the options are not an object");
    return Reflect.apply(pipeThrough, this, args);
  };
});
