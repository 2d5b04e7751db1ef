// META: fault=What the getter of then throws, of what pull of a source gives, is ignored.
// META: requirement=rs-pull-thenable
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    pull: (pull) =>
      function (...given) {
        const result = Reflect.apply(pull, this, given);
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
