// META: fault=The exponent of an imported RSA key has a byte of zero in front.
// META: requirement=rsa-generate-exponent
// META: requirement=rsa-import-result
"use strict";

keepObject(CryptoKey.prototype, "algorithm");
mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    async function (...args) {
      const key = await Reflect.apply(importKey, this, args);
      const { algorithm } = key;
      if (algorithm.publicExponent) {
        algorithm.publicExponent = new Uint8Array([0, ...algorithm.publicExponent]);
      }
      return key;
    },
);
