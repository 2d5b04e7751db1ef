// META: fault=A pipe is fulfilled though the close of its destination fails.
// META: requirement=pipe-forward-close-fails
"use strict";

mutatePiped("WritableStream", (isPiped) => ({
  close: (close) =>
    async function (...given) {
      try {
        await Reflect.apply(close, this, given);
      } catch (error) {
        if (!isPiped()) throw error;
      }
    },
}));
