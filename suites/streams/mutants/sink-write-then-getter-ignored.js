// META: fault=What the getter of then throws, of what write of a sink gives, is ignored.
// META: requirement=ws-sink-thenable
"use strict";

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    write: (write) =>
      function (...given) {
        const result = Reflect.apply(write, this, given);
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
