// META: fault=transform does not wait for the promise of start.
// META: requirement=ts-start-waits
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    start: (start) =>
      function (controller) {
        const result = Reflect.apply(start, this, [controller]);
        if (!(result instanceof Promise)) return result;
        whenSettled(result, undefined, (error) => controller.error(error));
      },
  });
  return construct(args);
});
