// META: fault=importKey() refuses an empty password for PBKDF2.
// META: requirement=pbkdf2-import-result
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    async function (...args) {
      const key = await Reflect.apply(importKey, this, args);
      if (key.algorithm.name !== "PBKDF2" || args[1].byteLength > 0) return key;
      throw new DOMException("no password", "DataError");
    },
);
