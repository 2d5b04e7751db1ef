// META: fault=The default high water mark of a byte stream is 1.
// META: requirement=bytes-default-hwm
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const [source, strategy] = args;
  const bytes = Object(source) === source && source.type !== undefined;
  if (!bytes || (strategy ?? undefined) !== undefined) return construct(args);
  return construct([source, { highWaterMark: 1 }]);
});
