// META: fault=A size that is not callable counts as absent.
// META: requirement=size-callable
"use strict";

const size = (value) => (typeof value === "function" ? value : undefined);

for (const name of ["ReadableStream", "WritableStream"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    return construct([args[0], withValues(args[1], { size })]);
  });
}
