// META: fault=cancel of a transformer is not called for an abort of the writable side.
// META: requirement=ts-cancel-arguments
"use strict";

let aborting = false;

for (const { prototype } of [WritableStream, WritableStreamDefaultWriter]) {
  mutate(prototype, "abort", (abort) => {
    return function (reason) {
      aborting = true;
      const promise = abort.call(this, reason);
      aborting = false;
      return promise;
    };
  });
}

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    cancel: (cancel) =>
      function (reason) {
        if (!aborting) return Reflect.apply(cancel, this, [reason]);
      },
  });
  return construct(args);
});
