// META: fault=A stream looks at own members of a strategy that is a plain object.
// META: requirement=rs-ctor-strategy-dictionary
// META: requirement=ws-ctor-strategy-dictionary
"use strict";

const own = (strategy) => {
  const plain = Object(strategy) === strategy && !(strategy instanceof CountQueuingStrategy);
  return plain && !(strategy instanceof ByteLengthQueuingStrategy) ? { ...strategy } : strategy;
};

for (const name of ["ReadableStream", "WritableStream"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    return construct([args[0], own(args[1])]);
  });
}
