// META: fault=A high water mark of Infinity is a RangeError.
// META: requirement=hwm-invalid
// META: requirement=hwm-converted
"use strict";

for (const name of ["ReadableStream", "WritableStream"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    if (args[1]?.highWaterMark === Infinity) throw new RangeError("not finite");
    return construct(args);
  });
}
