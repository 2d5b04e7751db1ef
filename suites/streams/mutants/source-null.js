// META: fault=new ReadableStream(null) is taken for a stream without a source.
// META: requirement=rs-ctor-source-object
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  if (args[0] === null) args[0] = undefined;
  return construct(args);
});
