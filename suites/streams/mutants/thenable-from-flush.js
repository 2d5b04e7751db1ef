// META: fault=What flush of a transformer gives is waited for only when it is a promise: a thenable is not.
// META: requirement=ts-thenable
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    flush: (flush) =>
      function (...given) {
        const result = Reflect.apply(flush, this, given);
        if (result instanceof Promise) return result;
      },
  });
  return construct(args);
});
