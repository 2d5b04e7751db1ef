// META: fault=A function is refused as an underlying sink, though it is an object.
// META: requirement=ws-ctor-sink-object
"use strict";

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  if (typeof args[0] === "function") throw new TypeError("not an object");
  return construct(args);
});
