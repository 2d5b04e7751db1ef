// META: fault=The write of a sink is looked up at each call.
// META: requirement=ws-sink-captured
"use strict";

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  const sink = withMembers(args[0], {
    write: () =>
      function (...given) {
        return this.write(...given);
      },
  });
  return construct([sink, args[1]]);
});
