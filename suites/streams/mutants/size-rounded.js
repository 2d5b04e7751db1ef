// META: fault=Fractions of sizes are dropped.
// META: requirement=size-fraction
"use strict";

const whole = {
  size: (size) => (chunk) => {
    const result = size(chunk);
    return typeof result === "number" ? Math.trunc(result) : result;
  },
};

for (const name of ["ReadableStream", "WritableStream"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    return construct([args[0], withMembers(args[1], whole)]);
  });
}
