// META: fault=A high water mark that is not a number is ignored.
// META: requirement=hwm-converted
"use strict";

const highWaterMark = (value) => (typeof value === "number" ? value : undefined);

for (const name of ["ReadableStream", "WritableStream"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    return construct([args[0], withValues(args[1], { highWaterMark })]);
  });
}
