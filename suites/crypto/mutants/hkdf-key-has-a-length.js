// META: fault=The algorithm of an HKDF key has a length.
// META: requirement=key-algorithm-members
// META: requirement=hkdf-import-result
"use strict";

keepObject(CryptoKey.prototype, "algorithm");
mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    async function (...args) {
      const key = await Reflect.apply(importKey, this, args);
      if (key.algorithm.name === "HKDF") key.algorithm.length = 8 * args[1].byteLength;
      return key;
    },
);
