// META: fault=The constructor reads the methods of a transformer twice.
// META: requirement=ts-member-order
"use strict";

const methods = ["start", "transform", "flush", "cancel"];

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  const [transformer] = args;
  if (Object(transformer) === transformer)
    methods.forEach((key) => void Reflect.get(transformer, key));
  return construct(args);
});
