// META: fault=read() reads min of its options twice.
// META: requirement=min-range
"use strict";

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return function (...args) {
    if (Object(args[1]) === args[1]) Reflect.get(args[1], "min");
    return Reflect.apply(read, this, args);
  };
});
