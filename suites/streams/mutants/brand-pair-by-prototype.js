// META: fault=pipeThrough() refuses a readable side that does not inherit from ReadableStream.prototype.
// META: requirement=pipe-through-pair
"use strict";

const { prototype } = ReadableStream;
const inherits = (value) => Reflect.apply(Object.prototype.isPrototypeOf, prototype, [value]);

const readable = (value) => {
  if (!inherits(value)) throw new TypeError("not a ReadableStream");
  return value;
};

mutate(ReadableStream.prototype, "pipeThrough", (pipeThrough) => {
  return function (...args) {
    args[0] = withValues(args[0], { readable });
    return Reflect.apply(pipeThrough, this, args);
  };
});
