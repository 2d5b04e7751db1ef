// META: fault=An instance of a subclass of TransformStream has the prototype of TransformStream.
// META: requirement=idl-subclass
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  return Object.setPrototypeOf(construct(args), TransformStream.prototype);
});
