// META: fault=A promise from cancel of a transformer that is rejected with undefined counts as fulfilled.
// META: requirement=ts-cancel-fails
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    cancel: (cancel) =>
      function (...given) {
        const result = Reflect.apply(cancel, this, given);
        if (!(result instanceof Promise)) return result;
        const passOn = (error) => {
          if (error !== undefined) throw error;
        };
        return whenSettled(result, undefined, passOn);
      },
  });
  return construct(args);
});
