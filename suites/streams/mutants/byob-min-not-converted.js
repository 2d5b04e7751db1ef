// META: fault=min has to be a number: a string is refused.
// META: requirement=min-range
"use strict";

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return async function (...args) {
    if (typeof args[1]?.min === "string") throw new TypeError("min is not a number");
    return Reflect.apply(read, this, args);
  };
});
