// META: fault=undefined that write of a sink throws is no exception.
// META: requirement=write-throws
"use strict";

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    write: (write) =>
      function (...given) {
        try {
          return Reflect.apply(write, this, given);
        } catch (error) {
          if (error !== undefined) throw error;
        }
      },
  });
  return construct(args);
});
