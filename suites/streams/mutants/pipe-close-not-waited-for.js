// META: fault=A pipe does not wait for the close of its destination.
// META: requirement=pipe-forward-close-waits
// META: requirement=pipe-forward-close-fails
"use strict";

mutatePiped("WritableStream", (isPiped) => ({
  close: (close) =>
    function (...given) {
      const result = Reflect.apply(close, this, given);
      if (!isPiped() || !(result instanceof Promise)) return result;
      whenSettled(result);
    },
}));
