// META: fault=A pipe does not wait for the promises of the writes to its destination.
// META: requirement=pipe-order
// META: requirement=pipe-signal-waits-write
"use strict";

mutatePiped("WritableStream", (isPiped) => ({
  write: (write) =>
    function (...given) {
      const result = Reflect.apply(write, this, given);
      if (!isPiped() || !(result instanceof Promise)) return result;
      whenSettled(result);
    },
}));
