// META: fault=importKey() refuses a length of an HMAC key that is no multiple of 8.
// META: requirement=hmac-import-length
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    async function (...args) {
      const key = await Reflect.apply(importKey, this, args);
      if (key.algorithm.name === "HMAC" && key.algorithm.length % 8 > 0) {
        throw new DOMException("no bytes", "DataError");
      }
      return key;
    },
);
