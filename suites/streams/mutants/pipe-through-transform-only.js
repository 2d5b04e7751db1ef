// META: fault=pipeThrough() takes nothing but a TransformStream.
// META: requirement=pipe-through-any-pair
"use strict";

mutate(ReadableStream.prototype, "pipeThrough", (pipeThrough) => {
  return function (...args) {
    if (!(args[0] instanceof TransformStream)) throw new TypeError("not a TransformStream");
    return Reflect.apply(pipeThrough, this, args);
  };
});
