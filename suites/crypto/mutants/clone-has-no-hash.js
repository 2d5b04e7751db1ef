// META: fault=The algorithm of a cloned RSA key has no hash.
// META: requirement=key-clone
"use strict";

keepObject(CryptoKey.prototype, "algorithm");
mutate(
  globalThis,
  "structuredClone",
  (clone) =>
    function (...args) {
      const result = Reflect.apply(clone, this, args);
      if (result instanceof CryptoKey && result.algorithm.modulusLength)
        delete result.algorithm.hash;
      return result;
    },
);
