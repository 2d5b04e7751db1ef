// META: fault=The pull of a source is looked up at each call.
// META: requirement=rs-source-captured
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const source = withMembers(args[0], {
    pull: () =>
      function (...given) {
        return this.pull(...given);
      },
  });
  return construct([source, args[1]]);
});
