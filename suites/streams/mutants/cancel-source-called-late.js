// META: fault=cancel() calls the source in a later microtask.
// META: requirement=cancel-closes-first
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const source = withMembers(args[0], {
    cancel: (cancel) =>
      async function (reason) {
        await undefined;
        return Reflect.apply(cancel, this, [reason]);
      },
  });
  return construct([source, args[1]]);
});
