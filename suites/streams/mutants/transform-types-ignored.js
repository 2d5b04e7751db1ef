// META: fault=readableType of a transformer is ignored.
// META: requirement=ts-types
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  const [transformer, ...others] = args;
  if (Object(transformer) !== transformer || !("readableType" in transformer)) {
    return construct(args);
  }
  const lenient = Object.create(transformer, { readableType: { value: undefined } });
  return construct([lenient, ...others]);
});
