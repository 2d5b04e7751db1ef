// META: fault=pull is called again though its last promise is pending.
// META: requirement=pull-one-at-a-time
// META: requirement=byte-pull-one-at-a-time
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const source = withMembers(args[0], {
    pull: (pull) =>
      function (controller) {
        const result = Reflect.apply(pull, this, [controller]);
        if (!(result instanceof Promise)) return result;
        whenSettled(result, undefined, (error) => controller.error(error));
      },
  });
  return construct([source, args[1]]);
});
