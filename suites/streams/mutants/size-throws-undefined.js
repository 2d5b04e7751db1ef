// META: fault=undefined that size() throws is no exception: the chunk has the size 1.
// META: requirement=size-throws
// META: requirement=enqueue-size-throws
"use strict";

const size = (original) => (chunk) => {
  try {
    return original(chunk);
  } catch (error) {
    if (error !== undefined) throw error;
    return 1;
  }
};

for (const name of ["ReadableStream", "WritableStream"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    return construct([args[0], withMembers(args[1], { size })]);
  });
}
