// META: fault=pipeThrough() refuses a function for its pair, though it is an object.
// META: requirement=pipe-through-any-pair
"use strict";

mutate(ReadableStream.prototype, "pipeThrough", (pipeThrough) => {
  return function (...args) {
    if (typeof args[0] === "function") throw new TypeError("not an object");
    return Reflect.apply(pipeThrough, this, args);
  };
});
