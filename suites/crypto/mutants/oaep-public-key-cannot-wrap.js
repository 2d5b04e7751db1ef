// META: fault=The public key of a pair for RSA-OAEP lacks the usage wrapKey.
// META: requirement=generate-usages
// META: requirement=rsa-generate-public
"use strict";

keepObject(CryptoKey.prototype, "usages");
mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    async function (...args) {
      const result = await Reflect.apply(generateKey, this, args);
      const index = result.publicKey?.usages.indexOf("wrapKey") ?? -1;
      if (index >= 0) result.publicKey.usages.splice(index, 1);
      return result;
    },
);
