// META: fault=error() in transform rejects the write under way.
// META: requirement=ts-error-in-transform
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    transform: (transform) =>
      function (chunk, controller) {
        const result = Reflect.apply(transform, this, [chunk, controller]);
        if (controller.desiredSize === null) throw new TypeError("the stream is errored");
        return result;
      },
  });
  return construct(args);
});
