// META: fault=pipeTo() refuses a function for its options, though it is an object.
// META: requirement=pipe-options-dictionary
"use strict";

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return async function (...args) {
    if (typeof args[1] === "function") throw new TypeError("not an object");
    return Reflect.apply(pipeTo, this, args);
  };
});
