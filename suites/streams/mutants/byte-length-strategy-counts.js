// META: fault=A stream with a ByteLengthQueuingStrategy counts chunks.
// META: requirement=strategy-used
"use strict";

for (const name of ["ReadableStream", "WritableStream"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    const strategy = args[1];
    if (!(strategy instanceof ByteLengthQueuingStrategy)) return construct(args);
    return construct([args[0], { highWaterMark: strategy.highWaterMark }]);
  });
}
