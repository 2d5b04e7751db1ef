// META: fault=values() refuses a function for its options, though it is an object.
// META: requirement=iter-options
"use strict";

mutate(ReadableStream.prototype, "values", (values) => {
  return function (...args) {
    if (typeof args[0] === "function") throw new TypeError("not an object");
    return Reflect.apply(values, this, args);
  };
});
