// META: fault=The type of a source has to be the string "bytes" itself: an object that converts to it is refused.
// META: requirement=rs-source-type-enum
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const type = args[0]?.type;
  if (typeof type === "object") throw new TypeError("the type is not a string");
  return construct(args);
});
