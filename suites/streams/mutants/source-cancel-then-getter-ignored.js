// META: fault=What the getter of then throws, of what cancel of a source gives, is ignored.
// META: requirement=rs-cancel-thenable
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  args[0] = withMembers(args[0], { cancel: ignoringThen });
  return construct(args);
});
