// META: fault=What the getter of then throws, of what write of a sink gives, is ignored.
// META: requirement=ws-sink-thenable
"use strict";

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  args[0] = withMembers(args[0], { write: ignoringThen });
  return construct(args);
});
