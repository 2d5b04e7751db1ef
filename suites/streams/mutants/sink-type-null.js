// META: fault=The type null of a sink counts as absent.
// META: requirement=ws-sink-type
"use strict";

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  const [sink, ...others] = args;
  if (sink?.type !== null) return construct(args);
  return construct([Object.create(sink, { type: { value: undefined } }), ...others]);
});
