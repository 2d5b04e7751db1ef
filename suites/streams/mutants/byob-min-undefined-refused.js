// META: fault=A min that is there and undefined is refused.
// META: requirement=min-default
"use strict";

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return async function (...args) {
    const options = args[1];
    if (Object(options) === options && "min" in options && options.min === undefined) {
      throw new TypeError("min is not a number");
    }
    return Reflect.apply(read, this, args);
  };
});
