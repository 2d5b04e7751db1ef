// META: fault=min 0 counts as 1.
// META: requirement=min-range
"use strict";

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return function (...args) {
    if (args[1]?.min === 0) args[1] = { min: 1 };
    return Reflect.apply(read, this, args);
  };
});
