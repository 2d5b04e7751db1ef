// META: fault=undefined that pull of a source throws is no exception.
// META: requirement=pull-throws
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    pull: (pull) =>
      function (...given) {
        try {
          return Reflect.apply(pull, this, given);
        } catch (error) {
          if (error !== undefined) throw error;
        }
      },
  });
  return construct(args);
});
