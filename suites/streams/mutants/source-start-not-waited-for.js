// META: fault=pull is called though the promise of start is pending.
// META: requirement=rs-start-delays-pull
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const source = withMembers(args[0], {
    start: (start) =>
      function (controller) {
        const result = Reflect.apply(start, this, [controller]);
        if (!(result instanceof Promise)) return result;
        whenSettled(result, undefined, (error) => controller.error(error));
      },
  });
  return construct([source, args[1]]);
});
