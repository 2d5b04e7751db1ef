// META: fault=preventAbort of a pipe spares the destination from the end of the source too.
// META: requirement=pipe-forward-close
"use strict";

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    const options = args[1];
    if (options?.preventAbort) args[1] = { ...options, preventClose: true };
    return Reflect.apply(pipeTo, this, args);
  };
});
