// META: fault=Canceling or aborting a transform stream without a reason calls cancel with an AbortError.
// META: requirement=ts-cancel-arguments
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    cancel: (cancel) =>
      function (reason = new DOMException("canceled", "AbortError")) {
        return Reflect.apply(cancel, this, [reason]);
      },
  });
  return construct(args);
});
