// META: fault=close of a sink is called with the controller.
// META: requirement=close-arguments
"use strict";

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  let own;
  const sink = withMembers(args[0], {
    start: (start) =>
      function (controller) {
        own = controller;
        return Reflect.apply(start, this, [controller]);
      },
    close: (close) =>
      function () {
        return Reflect.apply(close, this, [own]);
      },
  });
  return construct([sink, args[1]]);
});
