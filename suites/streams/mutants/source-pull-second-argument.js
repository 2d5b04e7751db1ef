// META: fault=pull of a source is called with the desired size as a second argument.
// META: requirement=pull-arguments
// META: requirement=byte-pull-arguments
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const source = withMembers(args[0], {
    pull: (pull) =>
      function (controller) {
        return Reflect.apply(pull, this, [controller, controller.desiredSize]);
      },
  });
  return construct([source, args[1]]);
});
