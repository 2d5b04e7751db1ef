// META: fault=A pipe takes the signal null for an absent one.
// META: requirement=pipe-signal-type
"use strict";

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    if (args.length > 1) args[1] = withValues(args[1], { signal: (value) => value ?? undefined });
    return Reflect.apply(pipeTo, this, args);
  };
});
