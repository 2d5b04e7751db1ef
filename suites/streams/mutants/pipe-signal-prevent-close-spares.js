// META: fault=preventClose of a pipe spares the destination when a signal ends it.
// META: requirement=pipe-signal-prevent-close
"use strict";

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    const options = args[1];
    if (options?.signal instanceof AbortSignal)
      args[1] = { ...options, preventAbort: options.preventAbort || options.preventClose };
    return Reflect.apply(pipeTo, this, args);
  };
});
