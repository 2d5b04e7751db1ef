// META: fault=A promise from abort of a sink that is rejected with undefined counts as fulfilled.
// META: requirement=abort-fails
"use strict";

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    abort: (abort) =>
      function (...given) {
        const result = Reflect.apply(abort, this, given);
        if (!(result instanceof Promise)) return result;
        const passOn = (error) => {
          if (error !== undefined) throw error;
        };
        return whenSettled(result, undefined, passOn);
      },
  });
  return construct(args);
});
