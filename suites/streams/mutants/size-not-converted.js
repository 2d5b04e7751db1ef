// META: fault=What size() gives has to be a number: a string is not converted.
// META: requirement=size-converted
"use strict";

const strict = {
  size: (size) => (chunk) => {
    const result = size(chunk);
    return typeof result === "string" ? NaN : result;
  },
};

for (const name of ["ReadableStream", "WritableStream"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    return construct([args[0], withMembers(args[1], strict)]);
  });
}
