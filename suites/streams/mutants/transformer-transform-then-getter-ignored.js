// META: fault=What the getter of then throws, of what transform of a transformer gives, is ignored.
// META: requirement=ts-thenable
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  args[0] = withMembers(args[0], { transform: ignoringThen });
  return construct(args);
});
