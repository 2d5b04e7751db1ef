// META: fault=A pipe is not rejected with the failure of the abort of its destination.
// META: requirement=pipe-forward-error-fails
// META: requirement=pipe-signal-abort-fails
"use strict";

mutatePiped("WritableStream", (isPiped) => ({
  abort: (abort) =>
    async function (...given) {
      try {
        await Reflect.apply(abort, this, given);
      } catch (error) {
        if (!isPiped()) throw error;
      }
    },
}));
