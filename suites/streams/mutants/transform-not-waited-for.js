// META: fault=A transform begins though the one before it is pending.
// META: requirement=ts-transform-one-at-a-time
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    transform: (transform) =>
      function (chunk, controller) {
        const result = Reflect.apply(transform, this, [chunk, controller]);
        if (!(result instanceof Promise)) return result;
        whenSettled(result, undefined, (error) => controller.error(error));
      },
  });
  return construct(args);
});
