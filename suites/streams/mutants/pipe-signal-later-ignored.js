// META: fault=A pipe looks at its signal at its beginning only.
// META: requirement=pipe-signal-later
"use strict";

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    const signal = args[1]?.signal;
    if (signal instanceof AbortSignal && !signal.aborted)
      args[1] = { ...args[1], signal: undefined };
    return Reflect.apply(pipeTo, this, args);
  };
});
