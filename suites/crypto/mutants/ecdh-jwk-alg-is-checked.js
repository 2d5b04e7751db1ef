// META: fault=importKey() refuses a JSON Web Key for ECDH with an alg.
// META: requirement=ec-import-jwk-alg
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    async function (...args) {
      if (args[0] === "jwk" && args[2]?.name === "ECDH" && args[1]?.alg !== undefined) {
        throw new DOMException("alg of another algorithm", "DataError");
      }
      return Reflect.apply(importKey, this, args);
    },
);
