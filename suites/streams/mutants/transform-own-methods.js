// META: fault=Methods of a transformer are found on the transformer itself, not on its prototypes.
// META: requirement=ts-captured
"use strict";

const methods = ["start", "transform", "flush", "cancel"];

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  const [transformer, ...others] = args;
  if (Object(transformer) !== transformer) return construct(args);
  const own = new Proxy(transformer, {
    __proto__: null,
    get: (target, key) =>
      methods.includes(key) && !Object.hasOwn(target, key) ? undefined : Reflect.get(target, key),
  });
  return construct([own, ...others]);
});
