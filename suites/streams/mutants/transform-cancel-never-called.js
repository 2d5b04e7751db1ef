// META: fault=cancel of a transformer is never called.
// META: requirement=ts-cancel-arguments
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  args[0] = withMembers(args[0], { cancel: () => () => {} });
  return construct(args);
});
