// META: fault=A high water mark of null counts as absent, where it is 0.
// META: requirement=hwm-converted
"use strict";

const highWaterMark = (value) => value ?? undefined;

for (const name of ["ReadableStream", "WritableStream"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    return construct([args[0], withValues(args[1], { highWaterMark })]);
  });
}
