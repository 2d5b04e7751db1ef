// META: fault=min is not looked at: a read needs one element.
// META: requirement=min-waits
// META: requirement=min-respond
// META: requirement=min-pull
"use strict";

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return function (...args) {
    if (args[1]?.min <= (args[0]?.length ?? 0)) args.length = 1;
    return Reflect.apply(read, this, args);
  };
});
