// META: fault=What the getter of then throws, of what transform of a transformer gives, is ignored.
// META: requirement=ts-thenable
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    transform: (transform) =>
      function (...given) {
        const result = Reflect.apply(transform, this, given);
        if (Object(result) !== result || result instanceof Promise) return result;
        try {
          const { then } = result;
          return typeof then === "function" ? result : undefined;
        } catch {
          return undefined;
        }
      },
  });
  return construct(args);
});
