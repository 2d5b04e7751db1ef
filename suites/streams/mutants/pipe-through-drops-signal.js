// META: fault=pipeThrough() does not hand its signal to the pipe.
// META: requirement=pipe-through-options
"use strict";

const signal = (value) => (value instanceof AbortSignal ? undefined : value);

mutate(ReadableStream.prototype, "pipeThrough", (pipeThrough) => {
  return function (...args) {
    if (args.length > 1) args[1] = withValues(args[1], { signal });
    return Reflect.apply(pipeThrough, this, args);
  };
});
