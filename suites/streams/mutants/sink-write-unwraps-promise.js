// META: fault=A promise that is written is waited for, and its value goes to the sink.
// META: requirement=write-order
"use strict";

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  const sink = withMembers(args[0], {
    write: (write) =>
      function (chunk, controller) {
        if (!(chunk instanceof Promise)) return Reflect.apply(write, this, [chunk, controller]);
        return whenSettled(chunk, (value) => Reflect.apply(write, this, [value, controller]));
      },
  });
  return construct([sink, args[1]]);
});
