// META: fault=A promise from pull that is rejected after the stream has ended is handled by nobody.
// META: requirement=pull-failure-after-end
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const source = withMembers(args[0], {
    pull: (pull) =>
      function (controller) {
        const result = Reflect.apply(pull, this, [controller]);
        const ended = (error) => {
          if (!(controller.desiredSize > 0)) Promise.reject(error);
        };
        if (result instanceof Promise) whenSettled(result, undefined, ended);
        return result;
      },
  });
  return construct([source, args[1]]);
});
