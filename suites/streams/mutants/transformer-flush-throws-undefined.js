// META: fault=undefined that flush of a transformer throws is no exception.
// META: requirement=ts-flush-fails
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    flush: (flush) =>
      function (...given) {
        try {
          return Reflect.apply(flush, this, given);
        } catch (error) {
          if (error !== undefined) throw error;
        }
      },
  });
  return construct(args);
});
