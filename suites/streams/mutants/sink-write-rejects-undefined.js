// META: fault=A promise from write of a sink that is rejected with undefined counts as fulfilled.
// META: requirement=write-rejects
"use strict";

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    write: (write) =>
      function (...given) {
        const result = Reflect.apply(write, this, given);
        if (!(result instanceof Promise)) return result;
        const passOn = (error) => {
          if (error !== undefined) throw error;
        };
        return whenSettled(result, undefined, passOn);
      },
  });
  return construct(args);
});
