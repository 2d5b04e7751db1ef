// META: fault=preventClose of a pipe spares the destination from an error of the source too.
// META: requirement=pipe-forward-error
"use strict";

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    const options = args[1];
    if (options?.preventClose) args[1] = { ...options, preventAbort: true };
    return Reflect.apply(pipeTo, this, args);
  };
});
