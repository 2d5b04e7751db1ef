// META: fault=new ReadableStream(undefined, strategy) is refused.
// META: requirement=rs-ctor-source-object
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  if (args.length > 1 && args[0] === undefined) throw new TypeError("not an object");
  return construct(args);
});
