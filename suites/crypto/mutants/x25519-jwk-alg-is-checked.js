// META: fault=importKey() refuses a JSON Web Key for X25519 with an alg.
// META: requirement=okp-import-result
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    async function (...args) {
      if (args[0] === "jwk" && args[1]?.crv === "X25519" && args[1].alg !== undefined) {
        throw new DOMException("alg", "DataError");
      }
      return Reflect.apply(importKey, this, args);
    },
);
