// META: fault=What pull of a source gives is waited for only when it is a promise: a thenable is not.
// META: requirement=rs-pull-thenable
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    pull: (pull) =>
      function (...given) {
        const result = Reflect.apply(pull, this, given);
        if (result instanceof Promise) return result;
      },
  });
  return construct(args);
});
