// META: fault=abort() reaches an idle sink in a later microtask.
// META: requirement=abort-reenter
"use strict";

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  const sink = withMembers(args[0], {
    abort: (abort) =>
      async function (reason) {
        await undefined;
        return Reflect.apply(abort, this, [reason]);
      },
  });
  return construct([sink, args[1]]);
});
