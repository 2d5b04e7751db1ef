// META: fault=The strategies of a transform stream can't be null.
// META: requirement=ts-ctor-strategy-dictionary
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  if (args[1] === null || args[2] === null) throw new TypeError("a strategy is not an object");
  return construct(args);
});
