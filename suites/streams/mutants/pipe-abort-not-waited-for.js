// META: fault=A pipe does not wait for the abort of its destination.
// META: requirement=pipe-signal-waits
"use strict";

mutatePiped("WritableStream", (isPiped) => ({
  abort: (abort) =>
    function (...given) {
      const result = Reflect.apply(abort, this, given);
      if (!isPiped() || !(result instanceof Promise)) return result;
      whenSettled(result);
    },
}));
