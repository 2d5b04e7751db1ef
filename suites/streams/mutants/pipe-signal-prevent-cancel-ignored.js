// META: fault=A signal ends a pipe as if preventCancel were false.
// META: requirement=pipe-signal-prevent-cancel
"use strict";

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    const options = args[1];
    if (options?.signal instanceof AbortSignal) args[1] = { ...options, preventCancel: false };
    return Reflect.apply(pipeTo, this, args);
  };
});
