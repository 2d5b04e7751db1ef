// META: fault=importKey() takes an empty key for HMAC.
// META: requirement=hmac-import-empty
"use strict";

keepObject(CryptoKey.prototype, "algorithm");
mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    async function (...args) {
      if (args[0] !== "raw" || args[2]?.name !== "HMAC" || args[1]?.byteLength !== 0) {
        return Reflect.apply(importKey, this, args);
      }
      args[1] = new Uint8Array(1);
      const key = await Reflect.apply(importKey, this, args);
      key.algorithm.length = 0;
      return key;
    },
);
