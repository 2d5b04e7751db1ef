// META: fault=A signal cancels the source of a pipe before it aborts the destination.
// META: requirement=pipe-signal-order
"use strict";

mutatePiped("WritableStream", (isPiped) => ({
  abort: (abort) =>
    async function (reason) {
      if (isPiped()) await undefined;
      return Reflect.apply(abort, this, [reason]);
    },
}));
