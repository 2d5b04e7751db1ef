// META: fault=pipeThrough() ignores a signal that is no AbortSignal.
// META: requirement=pipe-through-signal-type
"use strict";

const signal = (value) => (value instanceof AbortSignal ? value : undefined);

mutate(ReadableStream.prototype, "pipeThrough", (pipeThrough) => {
  return function (...args) {
    if (args.length > 1) args[1] = withValues(args[1], { signal });
    return Reflect.apply(pipeThrough, this, args);
  };
});
