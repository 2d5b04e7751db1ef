// META: fault=write() is fulfilled with what the write of the sink gives.
// META: requirement=write-result
"use strict";

let last;

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  const sink = withMembers(args[0], {
    write: (write) =>
      function (...given) {
        last = Reflect.apply(write, this, given);
        return last;
      },
  });
  return construct([sink, args[1]]);
});

mutate(WritableStreamDefaultWriter.prototype, "write", (write) => {
  return async function (chunk) {
    await write.call(this, chunk);
    return last;
  };
});
