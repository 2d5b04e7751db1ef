// META: fault=undefined that cancel of a source throws is no exception.
// META: requirement=cancel-source-throws
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
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
