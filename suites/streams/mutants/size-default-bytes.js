// META: fault=Without size() a chunk with a byteLength counts with that.
// META: requirement=size-default
"use strict";

const size = (value) => value ?? ((chunk) => chunk?.byteLength ?? 1);

for (const name of ["ReadableStream", "WritableStream"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    if (name === "ReadableStream" && args[0]?.type !== undefined) return construct(args);
    return construct([args[0], withValues(args[1] ?? {}, { size })]);
  });
}
