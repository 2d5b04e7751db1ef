// META: fault=A sink with a type is a TypeError.
// META: requirement=ws-sink-type
"use strict";

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  if (Object(args[0]) === args[0] && args[0].type !== undefined) throw new TypeError("type");
  return construct(args);
});
