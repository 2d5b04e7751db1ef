// META: fault=The exponent of a generated RSA key is an ArrayBuffer.
// META: requirement=rsa-generate-exponent
"use strict";

keepObject(CryptoKey.prototype, "algorithm");
mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    async function (...args) {
      const result = await Reflect.apply(generateKey, this, args);
      for (const { algorithm } of Object.values(result.privateKey ? result : {})) {
        const { publicExponent } = algorithm;
        if (publicExponent) algorithm.publicExponent = publicExponent.slice().buffer;
      }
      return result;
    },
);
