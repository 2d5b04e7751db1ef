// META: fault=highWaterMark of a strategy gives back a string as it was given.
// META: requirement=strategy-hwm
"use strict";

const given = new WeakMap();

for (const name of ["CountQueuingStrategy", "ByteLengthQueuingStrategy"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    const strategy = construct(args);
    given.set(strategy, args[0].highWaterMark);
    return strategy;
  });
  mutateGetter(globalThis[name].prototype, "highWaterMark", (highWaterMark) => {
    return function () {
      const value = highWaterMark.call(this);
      return typeof given.get(this) === "string" ? given.get(this) : value;
    };
  });
}
