// META: fault=read() of a BYOB reader refuses null for its options.
// META: requirement=min-default
"use strict";

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return async function (...args) {
    if (args[1] === null) throw new TypeError("the options are not an object");
    return Reflect.apply(read, this, args);
  };
});
