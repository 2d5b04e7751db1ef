// META: fault=A function is refused as a strategy, though it is an object.
// META: requirement=rs-ctor-strategy-dictionary
// META: requirement=ws-ctor-strategy-dictionary
"use strict";

for (const name of ["ReadableStream", "WritableStream"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    if (typeof args[1] === "function") throw new TypeError("not an object");
    return construct(args);
  });
}
