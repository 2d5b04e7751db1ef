// META: fault=pipeTo() is fulfilled with its destination.
// META: requirement=pipe-result
"use strict";

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return async function (...args) {
    await Reflect.apply(pipeTo, this, args);
    return args[0];
  };
});
