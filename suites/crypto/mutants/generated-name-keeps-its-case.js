// META: fault=The name in the algorithm of a generated key is written as in the call.
// META: requirement=key-algorithm-names
"use strict";

keepObject(CryptoKey.prototype, "algorithm");
mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    async function (...args) {
      const result = await Reflect.apply(generateKey, this, args);
      const name = typeof args[0] === "string" ? args[0] : args[0].name;
      for (const key of result.privateKey ? Object.values(result) : [result]) {
        key.algorithm.name = name;
      }
      return result;
    },
);
