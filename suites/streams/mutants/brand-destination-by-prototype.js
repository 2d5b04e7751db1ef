// META: fault=pipeTo() refuses a writable stream that does not inherit from WritableStream.prototype.
// META: requirement=pipe-destination-type
"use strict";

const { prototype } = WritableStream;
const inherits = (value) => Reflect.apply(Object.prototype.isPrototypeOf, prototype, [value]);

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    if (!inherits(args[0])) return Promise.reject(new TypeError("not a WritableStream"));
    return Reflect.apply(pipeTo, this, args);
  };
});
