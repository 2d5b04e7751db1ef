// META: fault=The hash in the algorithm of an imported RSA key is written as in the call.
// META: requirement=key-algorithm-names
"use strict";

keepObject(CryptoKey.prototype, "algorithm");
mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    async function (...args) {
      const key = await Reflect.apply(importKey, this, args);
      const { hash } = args[2];
      if (key.algorithm.modulusLength) key.algorithm.hash.name = hash.name ?? hash;
      return key;
    },
);
