// META: fault=A high water mark that is not a number is ignored.
// META: requirement=hwm-converted
"use strict";

for (const name of ["ReadableStream", "WritableStream"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    const strategy = args[1];
    const type = typeof strategy?.highWaterMark;
    if (type === "number" || type === "undefined") return construct(args);
    return construct([args[0], { size: strategy.size }]);
  });
}
