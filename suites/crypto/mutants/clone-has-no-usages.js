// META: fault=The clone of a private key has no usages.
// META: requirement=key-clone
"use strict";

keepObject(CryptoKey.prototype, "usages");
mutate(
  globalThis,
  "structuredClone",
  (clone) =>
    function (...args) {
      const result = Reflect.apply(clone, this, args);
      if (result instanceof CryptoKey && result.type === "private") result.usages.length = 0;
      return result;
    },
);
