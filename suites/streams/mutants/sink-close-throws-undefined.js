// META: fault=undefined that close of a sink throws is no exception.
// META: requirement=close-fails
"use strict";

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    close: (close) =>
      function (...given) {
        try {
          return Reflect.apply(close, this, given);
        } catch (error) {
          if (error !== undefined) throw error;
        }
      },
  });
  return construct(args);
});
