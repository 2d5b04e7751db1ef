// META: fault=new TransformStream(undefined, strategy) is refused.
// META: requirement=ts-ctor-transformer-object
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  if (args.length > 1 && args[0] === undefined) throw new TypeError("not an object");
  return construct(args);
});
