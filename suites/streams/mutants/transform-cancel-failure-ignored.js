// META: fault=When cancel of a transformer fails, the cancel of the readable side is fulfilled.
// META: requirement=ts-cancel-fails
"use strict";

let canceling = false;

for (const { prototype } of [ReadableStream, ReadableStreamDefaultReader]) {
  mutate(prototype, "cancel", (cancel) => {
    return function (reason) {
      canceling = true;
      const promise = cancel.call(this, reason);
      canceling = false;
      return promise;
    };
  });
}

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    cancel: (cancel) =>
      async function (reason) {
        const lenient = canceling;
        try {
          await Reflect.apply(cancel, this, [reason]);
        } catch (error) {
          if (!lenient) throw error;
        }
      },
  });
  return construct(args);
});
