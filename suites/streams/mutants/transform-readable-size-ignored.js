// META: fault=size() of the readable strategy of a transform stream is ignored.
// META: requirement=ts-readable-strategy
"use strict";

const size = (value) => (typeof value === "function" ? undefined : value);

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  args[2] = withValues(args[2], { size });
  return construct(args);
});
