// META: fault=A high water mark that is a bigint counts as a number.
// META: requirement=hwm-converted
"use strict";

const highWaterMark = (value) => (typeof value === "bigint" ? Number(value) : value);

for (const name of ["ReadableStream", "WritableStream"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    return construct([args[0], withValues(args[1], { highWaterMark })]);
  });
}
