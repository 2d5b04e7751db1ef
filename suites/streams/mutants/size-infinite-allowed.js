// META: fault=A size of Infinity is taken, where it should error the stream.
// META: requirement=size-invalid
"use strict";

const finite = {
  size: (size) => (chunk) => {
    const result = size(chunk);
    return result === Infinity ? Number.MAX_VALUE : result;
  },
};

for (const name of ["ReadableStream", "WritableStream"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    return construct([args[0], withMembers(args[1], finite)]);
  });
}
