// META: fault=A high water mark of 0 counts as 1 for a writable stream.
// META: requirement=ready-hwm-zero
"use strict";

const highWaterMark = (value) => (value === 0 ? 1 : value);

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  return construct([args[0], withValues(args[1], { highWaterMark })]);
});
