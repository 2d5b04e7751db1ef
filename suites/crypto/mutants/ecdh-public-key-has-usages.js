// META: fault=The public key of a pair for ECDH has the usages of the private one.
// META: requirement=generate-usages
// META: requirement=ec-generate-public
"use strict";

keepObject(CryptoKey.prototype, "usages");
mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    async function (...args) {
      const result = await Reflect.apply(generateKey, this, args);
      if (result.publicKey?.algorithm.name === "ECDH") {
        result.publicKey.usages.push(...result.privateKey.usages);
      }
      return result;
    },
);
