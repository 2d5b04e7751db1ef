// META: fault=The constructor of a strategy refuses a negative high water mark.
// META: requirement=strategy-hwm
"use strict";

for (const name of ["CountQueuingStrategy", "ByteLengthQueuingStrategy"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    const strategy = construct(args);
    if (strategy.highWaterMark < 0) throw new RangeError("the high water mark is negative");
    return strategy;
  });
}
