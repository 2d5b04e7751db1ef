// META: fault=A promise from close of a sink that is rejected with undefined counts as fulfilled.
// META: requirement=close-fails
"use strict";

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    close: (close) =>
      function (...given) {
        const result = Reflect.apply(close, this, given);
        if (!(result instanceof Promise)) return result;
        const passOn = (error) => {
          if (error !== undefined) throw error;
        };
        return whenSettled(result, undefined, passOn);
      },
  });
  return construct(args);
});
