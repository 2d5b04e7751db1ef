// META: fault=size() of the writable strategy of a transform stream is ignored.
// META: requirement=ts-writable-strategy
"use strict";

const size = (value) => (typeof value === "function" ? undefined : value);

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  args[1] = withValues(args[1], { size });
  return construct(args);
});
