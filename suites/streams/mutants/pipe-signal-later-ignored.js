// META: fault=A pipe looks at its signal at its beginning only.
// META: requirement=pipe-signal-later
"use strict";

const signal = (value) => (value instanceof AbortSignal && !value.aborted ? undefined : value);

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    if (args.length > 1) args[1] = withValues(args[1], { signal });
    return Reflect.apply(pipeTo, this, args);
  };
});
