// META: fault=The constructor reads the methods of an underlying source twice.
// META: requirement=rs-member-order
"use strict";

const methods = ["start", "pull", "cancel"];

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const [source] = args;
  if (Object(source) === source) methods.forEach((key) => void Reflect.get(source, key));
  return construct(args);
});
