// META: fault=read() of a BYOB reader refuses a view that does not inherit from a prototype of views.
// META: requirement=byob-read-type
// Node.js does much the same, so that nothing changes there.
"use strict";

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return async function (...args) {
    const [view] = args;
    const typed = view instanceof Object.getPrototypeOf(Uint8Array) || view instanceof DataView;
    if (args.length > 0 && !typed) throw new TypeError("not a view");
    return Reflect.apply(read, this, args);
  };
});
