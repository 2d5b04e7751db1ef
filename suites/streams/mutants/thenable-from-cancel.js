// META: fault=What cancel of a source gives is waited for only when it is a promise: a thenable is not.
// META: requirement=rs-cancel-thenable
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    cancel: (cancel) =>
      function (...given) {
        const result = Reflect.apply(cancel, this, given);
        if (result instanceof Promise) return result;
      },
  });
  return construct(args);
});
