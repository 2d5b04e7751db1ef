// META: fault=A high water mark of null counts as absent, where it is 0.
// META: requirement=hwm-converted
"use strict";

for (const name of ["ReadableStream", "WritableStream"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    const strategy = args[1];
    if (strategy?.highWaterMark !== null) return construct(args);
    return construct([args[0], { size: strategy.size }]);
  });
}
