// META: fault=The transform of a transformer is looked up at each call.
// META: requirement=ts-captured
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    transform: () =>
      function (chunk, controller) {
        return this.transform(chunk, controller);
      },
  });
  return construct(args);
});
