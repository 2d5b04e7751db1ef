// META: fault=A function is refused as a transformer, though it is an object.
// META: requirement=ts-ctor-transformer-object
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  if (typeof args[0] === "function") throw new TypeError("not an object");
  return construct(args);
});
