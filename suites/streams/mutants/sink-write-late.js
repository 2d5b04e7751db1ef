// META: fault=write() hands a chunk to an idle sink in a later microtask.
// META: requirement=write-sync
"use strict";

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  const sink = withMembers(args[0], {
    write: (write) =>
      async function (...given) {
        await undefined;
        return Reflect.apply(write, this, given);
      },
  });
  return construct([sink, args[1]]);
});
