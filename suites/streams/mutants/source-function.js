// META: fault=A function is refused as an underlying source, though it is an object.
// META: requirement=rs-ctor-source-object
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  if (typeof args[0] === "function") throw new TypeError("not an object");
  return construct(args);
});
