// META: fault=A pipe takes the signal null for an absent one.
// META: requirement=pipe-signal-type
"use strict";

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    if (args[1]?.signal === null) args[1] = { ...args[1], signal: undefined };
    return Reflect.apply(pipeTo, this, args);
  };
});
