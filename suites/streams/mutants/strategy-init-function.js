// META: fault=The constructor of a strategy refuses a function, though it is an object.
// META: requirement=strategy-init
// Node.js does the same, so that nothing changes there.
"use strict";

for (const name of ["CountQueuingStrategy", "ByteLengthQueuingStrategy"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    if (typeof args[0] === "function") throw new TypeError("not an object");
    return construct(args);
  });
}
