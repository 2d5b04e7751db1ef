// META: fault=The algorithm of a generated Ed25519 key has a namedCurve.
// META: requirement=key-algorithm-members
// META: requirement=okp-generate-algorithm
"use strict";

keepObject(CryptoKey.prototype, "algorithm");
mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    async function (...args) {
      const result = await Reflect.apply(generateKey, this, args);
      for (const { algorithm } of Object.values(result.privateKey ? result : {})) {
        if (algorithm.name === "Ed25519") algorithm.namedCurve = "Ed25519";
      }
      return result;
    },
);
