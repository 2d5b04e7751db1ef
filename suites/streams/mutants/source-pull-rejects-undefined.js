// META: fault=A promise from pull of a source that is rejected with undefined counts as fulfilled.
// META: requirement=pull-rejects
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    pull: (pull) =>
      function (...given) {
        const result = Reflect.apply(pull, this, given);
        if (!(result instanceof Promise)) return result;
        const passOn = (error) => {
          if (error !== undefined) throw error;
        };
        return whenSettled(result, undefined, passOn);
      },
  });
  return construct(args);
});
