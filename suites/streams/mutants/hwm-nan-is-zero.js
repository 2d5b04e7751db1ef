// META: fault=A high water mark of NaN counts as 0.
// META: requirement=hwm-invalid
"use strict";

const highWaterMark = (value) => (Number.isNaN(value) ? 0 : value);

for (const name of ["ReadableStream", "WritableStream"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    return construct([args[0], withValues(args[1], { highWaterMark })]);
  });
}
