// META: fault=The hash in the algorithm of a generated RSA key is a string.
// META: requirement=key-algorithm-members
// META: requirement=rsa-generate-public
"use strict";

keepObject(CryptoKey.prototype, "algorithm");
mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    async function (...args) {
      const result = await Reflect.apply(generateKey, this, args);
      for (const { algorithm } of Object.values(result.privateKey ? result : {})) {
        if (algorithm.hash) algorithm.hash = algorithm.hash.name;
      }
      return result;
    },
);
