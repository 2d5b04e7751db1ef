// META: fault=values() refuses undefined for its options.
// META: requirement=iter-options
"use strict";

mutate(ReadableStream.prototype, "values", (values) => {
  return function (...args) {
    if (args.length > 0 && args[0] === undefined) throw new TypeError("not an object");
    return Reflect.apply(values, this, args);
  };
});
