// META: fault=The high water mark of a byte stream is truncated to an integer.
// META: requirement=bytes-hwm-converted
"use strict";

const highWaterMark = (value) => (typeof value === "number" ? Math.trunc(value) : value);

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  if (args[0]?.type === "bytes") args[1] = withValues(args[1], { highWaterMark });
  return construct(args);
});
