// META: fault=The constructor reads each member of an underlying source twice.
// META: requirement=rs-member-order
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const [object] = args;
  if (Object(object) === object) {
    const keys = ["start", "pull", "cancel", "type"];
    for (let i = 0; i < keys.length; i++) Reflect.get(object, keys[i]);
  }
  return construct(args);
});
