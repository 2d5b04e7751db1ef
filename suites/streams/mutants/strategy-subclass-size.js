// META: fault=A stream with a subclass of CountQueuingStrategy counts with size() of the strategy itself.
// META: requirement=strategy-subclass
"use strict";

for (const name of ["ReadableStream", "WritableStream"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    const strategy = args[1];
    if (!(strategy instanceof CountQueuingStrategy)) return construct(args);
    return construct([args[0], { highWaterMark: strategy.highWaterMark }]);
  });
}
