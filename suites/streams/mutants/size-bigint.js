// META: fault=A bigint that size() gives counts as a number.
// META: requirement=size-converted
"use strict";

const size = (original) => (chunk) => {
  const result = original(chunk);
  return typeof result === "bigint" ? Number(result) : result;
};

for (const name of ["ReadableStream", "WritableStream"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    return construct([args[0], withMembers(args[1], { size })]);
  });
}
