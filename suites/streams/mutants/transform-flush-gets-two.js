// META: fault=flush of a transformer is called with undefined behind the controller.
// META: requirement=ts-flush-arguments
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    flush: (flush) =>
      function (controller) {
        return Reflect.apply(flush, this, [controller, undefined]);
      },
  });
  return construct(args);
});
