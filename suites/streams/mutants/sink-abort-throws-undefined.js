// META: fault=undefined that abort of a sink throws is no exception.
// META: requirement=abort-fails
"use strict";

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    abort: (abort) =>
      function (...given) {
        try {
          return Reflect.apply(abort, this, given);
        } catch (error) {
          if (error !== undefined) throw error;
        }
      },
  });
  return construct(args);
});
