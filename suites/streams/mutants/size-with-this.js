// META: fault=size() is called on its strategy.
// META: requirement=size-call
"use strict";

for (const name of ["ReadableStream", "WritableStream"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    const [algorithms, strategy] = args;
    const size = (original) => (chunk) => Reflect.apply(original, strategy, [chunk]);
    return construct([algorithms, withMembers(strategy, { size })]);
  });
}
