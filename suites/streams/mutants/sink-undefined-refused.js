// META: fault=new WritableStream(undefined, strategy) is refused.
// META: requirement=ws-ctor-sink-object
"use strict";

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  if (args.length > 1 && args[0] === undefined) throw new TypeError("not an object");
  return construct(args);
});
