// META: fault=Each strategy has a size function of its own.
// META: requirement=strategy-size-function
"use strict";

const own = new WeakMap();

for (const name of ["CountQueuingStrategy", "ByteLengthQueuingStrategy"]) {
  mutateGetter(globalThis[name].prototype, "size", (get) => {
    return function () {
      const original = get.call(this);
      if (!own.has(this)) {
        const { size } = { size: (...args) => original(...args) };
        Object.defineProperty(size, "length", { value: original.length });
        own.set(this, size);
      }
      return own.get(this);
    };
  });
}
