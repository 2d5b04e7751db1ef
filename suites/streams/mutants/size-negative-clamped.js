// META: fault=A size below 0 counts as 0, where it should error the stream.
// META: requirement=size-invalid
"use strict";

const clamp = {
  size: (size) => (chunk) => {
    const result = size(chunk);
    return result < 0 ? 0 : result;
  },
};

for (const name of ["ReadableStream", "WritableStream"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    return construct([args[0], withMembers(args[1], clamp)]);
  });
}
