// META: fault=close() is fulfilled with what the close of the sink gives.
// META: requirement=close-result
"use strict";

let last;

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  const sink = withMembers(args[0], {
    close: (close) =>
      function () {
        last = Reflect.apply(close, this, []);
        return last;
      },
  });
  return construct([sink, args[1]]);
});

mutate(WritableStreamDefaultWriter.prototype, "close", (close) => {
  return async function () {
    await close.call(this);
    return last;
  };
});
