// META: fault=write of a sink is called with the chunk alone.
// META: requirement=write-arguments
"use strict";

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  const sink = withMembers(args[0], {
    write: (write) =>
      function (chunk) {
        return Reflect.apply(write, this, [chunk]);
      },
  });
  return construct([sink, args[1]]);
});
