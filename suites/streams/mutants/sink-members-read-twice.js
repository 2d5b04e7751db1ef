// META: fault=The constructor reads each member of an underlying sink twice.
// META: requirement=ws-member-order
"use strict";

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  const [object] = args;
  if (Object(object) === object) {
    const keys = ["start", "write", "close", "abort"];
    for (let i = 0; i < keys.length; i++) Reflect.get(object, keys[i]);
  }
  return construct(args);
});
