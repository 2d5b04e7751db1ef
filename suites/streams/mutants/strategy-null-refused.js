// META: fault=The strategy null is refused.
// META: requirement=rs-ctor-strategy-dictionary
// META: requirement=ws-ctor-strategy-dictionary
"use strict";

for (const name of ["ReadableStream", "WritableStream"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    if (args[1] === null) throw new TypeError("the strategy is not an object");
    return construct(args);
  });
}
