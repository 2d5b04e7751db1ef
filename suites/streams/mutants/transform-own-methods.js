// META: fault=Methods of a transformer are found on the transformer itself, not on its prototypes.
// META: requirement=ts-captured
"use strict";

const methods = ["start", "transform", "flush", "cancel"];

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  const [transformer, ...others] = args;
  const own = seen(transformer, (key, value) => {
    return methods.includes(key) && !Object.hasOwn(transformer, key) ? undefined : value;
  });
  return construct(args.length > 0 ? [own, ...others] : args);
});
