// META: fault=read() of a BYOB reader throws for what is no view, where its promise should be rejected.
// META: requirement=byob-read-type
"use strict";

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return function (...args) {
    if (args.length > 0 && !ArrayBuffer.isView(args[0])) throw new TypeError("not a view");
    return Reflect.apply(read, this, args);
  };
});
