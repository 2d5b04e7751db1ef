// META: fault=A transform stream without transform drops undefined.
// META: requirement=ts-identity
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  const [transformer = {}, ...others] = args;
  if (Object(transformer) !== transformer || transformer.transform !== undefined) {
    return construct(args);
  }
  const value = (chunk, controller) => {
    if (chunk !== undefined) controller.enqueue(chunk);
  };
  return construct([Object.create(transformer, { transform: { value } }), ...others]);
});
