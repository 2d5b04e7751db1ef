// META: fault=A usage that is given twice to deriveKey() is in usages twice.
// META: requirement=key-usages-normalized
// META: requirement=derive-key-usages
"use strict";

keepObject(CryptoKey.prototype, "usages");
mutate(
  SubtleCrypto.prototype,
  "deriveKey",
  (deriveKey) =>
    async function (...args) {
      const key = await Reflect.apply(deriveKey, this, args);
      key.usages.splice(0, key.usages.length, ...args[4]);
      return key;
    },
);
