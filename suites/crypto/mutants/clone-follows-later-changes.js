// META: fault=A clone takes over what the page wrote into the array usages of the original.
// META: requirement=key-clone
"use strict";

keepObject(CryptoKey.prototype, "usages");
mutate(
  globalThis,
  "structuredClone",
  (clone) =>
    function (...args) {
      const result = Reflect.apply(clone, this, args);
      if (result instanceof CryptoKey) {
        result.usages.splice(0, result.usages.length, ...args[0].usages);
      }
      return result;
    },
);
