// META: fault=A signal ends a pipe as if preventAbort were false.
// META: requirement=pipe-signal-prevent-abort
"use strict";

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    const options = args[1];
    if (options?.signal instanceof AbortSignal) args[1] = { ...options, preventAbort: false };
    return Reflect.apply(pipeTo, this, args);
  };
});
