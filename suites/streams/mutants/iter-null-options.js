// META: fault=values() refuses null for its options.
// META: requirement=iter-options
"use strict";

mutate(ReadableStream.prototype, "values", (values) => {
  return function (...args) {
    if (args[0] === null) throw new TypeError("the options are not an object");
    return Reflect.apply(values, this, args);
  };
});
