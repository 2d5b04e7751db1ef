// META: fault=read() of a BYOB reader refuses undefined for its options.
// META: requirement=min-default
"use strict";

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return async function (...args) {
    if (args.length > 1 && args[1] === undefined) throw new TypeError("not an object");
    return Reflect.apply(read, this, args);
  };
});
