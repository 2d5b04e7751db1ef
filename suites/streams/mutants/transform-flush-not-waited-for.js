// META: fault=The close of a transform stream does not wait for the promise of flush.
// META: requirement=ts-flush-waits
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    flush: (flush) =>
      function (controller) {
        const result = Reflect.apply(flush, this, [controller]);
        if (!(result instanceof Promise)) return result;
        whenSettled(result, undefined, (error) => controller.error(error));
      },
  });
  return construct(args);
});
