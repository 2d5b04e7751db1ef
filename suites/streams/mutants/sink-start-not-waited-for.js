// META: fault=write and close of a sink do not wait for the promise of start.
// META: requirement=ws-start-waits
"use strict";

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  const sink = withMembers(args[0], {
    start: (start) =>
      function (controller) {
        const result = Reflect.apply(start, this, [controller]);
        if (!(result instanceof Promise)) return result;
        whenSettled(result, undefined, (error) => controller.error(error));
      },
  });
  return construct([sink, args[1]]);
});
