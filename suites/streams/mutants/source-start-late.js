// META: fault=Without a promise from start, pull follows one microtask late.
// META: requirement=order-start
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const source = withMembers(args[0], {
    start: (start) =>
      function (controller) {
        const result = Reflect.apply(start, this, [controller]);
        return result === undefined ? whenSettled(whenSettled()) : result;
      },
  });
  return construct([source, args[1]]);
});
