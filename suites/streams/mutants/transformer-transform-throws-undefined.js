// META: fault=undefined that transform of a transformer throws is no exception.
// META: requirement=ts-transform-fails
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    transform: (transform) =>
      function (...given) {
        try {
          return Reflect.apply(transform, this, given);
        } catch (error) {
          if (error !== undefined) throw error;
        }
      },
  });
  return construct(args);
});
