// META: fault=The constructor reads each member of a transformer twice.
// META: requirement=ts-member-order
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  const [object] = args;
  if (Object(object) === object) {
    const keys = ["start", "transform", "flush", "cancel"];
    for (let i = 0; i < keys.length; i++) Reflect.get(object, keys[i]);
  }
  return construct(args);
});
