// META: fault=start of a transformer is called without the transformer as this.
// META: requirement=ts-start-arguments
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    start: (start) => (controller) => Reflect.apply(start, undefined, [controller]),
  });
  return construct(args);
});
