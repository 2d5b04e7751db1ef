// META: fault=What abort of a sink gives is waited for only when it is a promise: a thenable is not.
// META: requirement=ws-sink-thenable
"use strict";

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    abort: (abort) =>
      function (...given) {
        const result = Reflect.apply(abort, this, given);
        if (result instanceof Promise) return result;
      },
  });
  return construct(args);
});
