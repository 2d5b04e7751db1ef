// META: fault=A high water mark is read twice.
// META: requirement=rs-member-order
// META: requirement=ws-member-order
"use strict";

for (const name of ["ReadableStream", "WritableStream"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    const strategy = args[1];
    if (Object(strategy) === strategy) Reflect.get(strategy, "highWaterMark");
    return construct(args);
  });
}
