// META: fault=The size() of a strategy is ignored for a byte stream.
// META: requirement=bytes-no-size
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const [source, strategy] = args;
  if (source?.type !== "bytes" || typeof strategy?.size !== "function") return construct(args);
  return construct([source, { highWaterMark: strategy.highWaterMark }]);
});
