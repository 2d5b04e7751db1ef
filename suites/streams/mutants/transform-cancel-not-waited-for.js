// META: fault=Canceling or aborting a transform stream does not wait for the promise of cancel.
// META: requirement=ts-cancel-waits
// META: requirement=ts-abort-waits
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    cancel: (cancel) =>
      function (reason) {
        const result = Reflect.apply(cancel, this, [reason]);
        if (!(result instanceof Promise)) return result;
        whenSettled(result);
      },
  });
  return construct(args);
});
