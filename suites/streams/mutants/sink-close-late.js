// META: fault=close() reaches an idle sink in a later microtask.
// META: requirement=close-sync
"use strict";

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  const sink = withMembers(args[0], {
    close: (close) =>
      async function () {
        await undefined;
        return Reflect.apply(close, this, []);
      },
  });
  return construct([sink, args[1]]);
});
