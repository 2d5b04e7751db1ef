// META: fault=Methods of a sink are found on the sink itself, not on its prototypes.
// META: requirement=ws-sink-captured
"use strict";

const methods = ["start", "write", "close", "abort"];

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  const [sink, ...others] = args;
  const own = seen(sink, (key, value) => {
    return methods.includes(key) && !Object.hasOwn(sink, key) ? undefined : value;
  });
  return construct(args.length > 0 ? [own, ...others] : args);
});
