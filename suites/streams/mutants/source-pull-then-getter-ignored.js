// META: fault=What the getter of then throws, of what pull of a source gives, is ignored.
// META: requirement=rs-pull-thenable
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  args[0] = withMembers(args[0], { pull: ignoringThen });
  return construct(args);
});
