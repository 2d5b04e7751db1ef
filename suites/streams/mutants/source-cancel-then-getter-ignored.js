// META: fault=What the getter of then throws, of what cancel of a source gives, is ignored.
// META: requirement=rs-cancel-thenable
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    cancel: (cancel) =>
      function (...given) {
        const result = Reflect.apply(cancel, this, given);
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
