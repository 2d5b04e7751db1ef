// META: fault=A high water mark of 0 counts as 1 for a writable stream.
// META: requirement=ready-hwm-zero
"use strict";

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  const [sink, strategy] = args;
  if (strategy?.highWaterMark !== 0) return construct(args);
  return construct([sink, { size: strategy.size, highWaterMark: 1 }]);
});
