// META: fault=abort() is fulfilled with what the abort of the sink gives.
// META: requirement=abort-result
"use strict";

let last;

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  const sink = withMembers(args[0], {
    abort: (abort) =>
      function (reason) {
        last = Reflect.apply(abort, this, [reason]);
        return last;
      },
  });
  return construct([sink, args[1]]);
});

mutate(WritableStream.prototype, "abort", (abort) => {
  return async function (reason) {
    await abort.call(this, reason);
    return last;
  };
});
