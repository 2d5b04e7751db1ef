// META: fault=abort() does not wait for the promise of the abort of the sink.
// META: requirement=abort-waits
"use strict";

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  const sink = withMembers(args[0], {
    abort: (abort) =>
      function (reason) {
        const result = Reflect.apply(abort, this, [reason]);
        if (!(result instanceof Promise)) return result;
        whenSettled(result);
      },
  });
  return construct([sink, args[1]]);
});
