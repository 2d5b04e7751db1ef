// META: fault=The readable side of a transform stream has a high water mark of 1 by default.
// META: requirement=ts-ctor-no-arguments
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  if (args[2] !== undefined) return construct(args);
  return construct([args[0], args[1], { highWaterMark: 1 }]);
});
