// META: fault=undefined that cancel of a transformer throws is no exception.
// META: requirement=ts-cancel-fails
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    cancel: (cancel) =>
      function (...given) {
        try {
          return Reflect.apply(cancel, this, given);
        } catch (error) {
          if (error !== undefined) throw error;
        }
      },
  });
  return construct(args);
});
