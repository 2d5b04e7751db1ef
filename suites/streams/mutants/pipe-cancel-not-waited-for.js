// META: fault=A pipe does not wait for the cancel of its source.
// META: requirement=pipe-signal-waits
"use strict";

mutatePiped("ReadableStream", (isPiped) => ({
  cancel: (cancel) =>
    function (...given) {
      const result = Reflect.apply(cancel, this, given);
      if (!isPiped() || !(result instanceof Promise)) return result;
      whenSettled(result);
    },
}));
