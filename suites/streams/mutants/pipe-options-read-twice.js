// META: fault=pipeTo() reads the signal of its options twice.
// META: requirement=pipe-options-order
"use strict";

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    if (Object(args[1]) === args[1]) Reflect.get(args[1], "signal");
    return Reflect.apply(pipeTo, this, args);
  };
});
