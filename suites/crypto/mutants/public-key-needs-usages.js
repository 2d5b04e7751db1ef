// META: fault=importKey() refuses public keys for ECDSA without usages.
// META: requirement=ec-import-public-usages
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    async function (...args) {
      const key = await Reflect.apply(importKey, this, args);
      if (key.algorithm.name === "ECDSA" && args[4].length === 0) {
        throw new DOMException("no usages", "SyntaxError");
      }
      return key;
    },
);
