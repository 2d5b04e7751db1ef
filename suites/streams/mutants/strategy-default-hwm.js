// META: fault=The high water mark of a strategy is 1 where the initializer has none.
// META: requirement=strategy-init
"use strict";

for (const name of ["CountQueuingStrategy", "ByteLengthQueuingStrategy"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    const [init] = args;
    const has = Object(init) !== init || init.highWaterMark !== undefined;
    return construct(has ? args : [{ highWaterMark: 1 }]);
  });
}
