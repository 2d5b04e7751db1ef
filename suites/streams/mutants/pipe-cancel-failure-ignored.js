// META: fault=A pipe is not rejected with the failure of the cancel of its source.
// META: requirement=pipe-backward-error-fails
// META: requirement=pipe-backward-close-fails
// META: requirement=pipe-signal-cancel-fails
"use strict";

mutatePiped("ReadableStream", (isPiped) => ({
  cancel: (cancel) =>
    async function (...given) {
      try {
        await Reflect.apply(cancel, this, given);
      } catch (error) {
        if (!isPiped()) throw error;
      }
    },
}));
