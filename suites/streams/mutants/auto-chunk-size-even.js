// META: fault=autoAllocateChunkSize is rounded up to a multiple of 8.
// META: requirement=auto-buffer
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const [source] = args;
  const size = source?.autoAllocateChunkSize;
  if (typeof size !== "number" || !(size > 0)) return construct(args);
  const value = Math.ceil(size / 8) * 8;
  return construct([Object.create(source, { autoAllocateChunkSize: { value } }), args[1]]);
});
