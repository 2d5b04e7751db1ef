// META: fault=A pipe refuses an AbortSignal that does not inherit from AbortSignal.prototype.
// META: requirement=pipe-signal-type
// Node.js does much the same, so that nothing changes there.
"use strict";

const { prototype } = AbortSignal;
const inherits = (value) => Reflect.apply(Object.prototype.isPrototypeOf, prototype, [value]);

const signal = (value) => {
  if (value !== undefined && !inherits(value)) throw new TypeError("not an AbortSignal");
  return value;
};

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    if (args.length > 1) args[1] = withValues(args[1], { signal });
    return Reflect.apply(pipeTo, this, args);
  };
});
