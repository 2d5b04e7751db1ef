// META: fault=The constructor reads the methods of an underlying sink twice.
// META: requirement=ws-member-order
"use strict";

const methods = ["start", "write", "close", "abort"];

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  const [sink] = args;
  if (Object(sink) === sink) methods.forEach((key) => void Reflect.get(sink, key));
  return construct(args);
});
