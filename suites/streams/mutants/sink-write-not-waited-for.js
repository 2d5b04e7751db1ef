// META: fault=A write reaches the sink though the one before it is pending.
// META: requirement=write-one-at-a-time
"use strict";

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  const sink = withMembers(args[0], {
    write: (write) =>
      function (chunk, controller) {
        const result = Reflect.apply(write, this, [chunk, controller]);
        if (!(result instanceof Promise)) return result;
        whenSettled(result, undefined, (error) => controller.error(error));
      },
  });
  return construct([sink, args[1]]);
});
