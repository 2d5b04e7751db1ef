// META: fault=preventClose of a pipe counts only when it is true itself.
// META: requirement=pipe-options-boolean
"use strict";

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    if (args.length > 1) args[1] = withValues(args[1], { preventClose: (value) => value === true });
    return Reflect.apply(pipeTo, this, args);
  };
});
