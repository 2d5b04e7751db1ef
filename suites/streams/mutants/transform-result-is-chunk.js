// META: fault=What transform gives is enqueued when it is not undefined.
// META: requirement=ts-transform-any-number
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    transform: (transform) =>
      function (chunk, controller) {
        const result = Reflect.apply(transform, this, [chunk, controller]);
        if (result !== undefined && !(result instanceof Promise)) controller.enqueue(result);
        return result;
      },
  });
  return construct(args);
});
