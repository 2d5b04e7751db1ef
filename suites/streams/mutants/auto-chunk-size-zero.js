// META: fault=autoAllocateChunkSize 0 counts as absent.
// META: requirement=bytes-auto-zero
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const [source] = args;
  if (source?.autoAllocateChunkSize !== 0) return construct(args);
  const lenient = Object.create(source, { autoAllocateChunkSize: { value: undefined } });
  return construct([lenient, args[1]]);
});
