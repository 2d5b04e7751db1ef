// META: fault=A high water mark of NaN counts as 0.
// META: requirement=hwm-invalid
"use strict";

for (const name of ["ReadableStream", "WritableStream"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    const strategy = args[1];
    if (!Number.isNaN(strategy?.highWaterMark)) return construct(args);
    return construct([args[0], { size: strategy.size, highWaterMark: 0 }]);
  });
}
