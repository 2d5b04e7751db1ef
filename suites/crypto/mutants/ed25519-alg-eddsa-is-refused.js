// META: fault=importKey() refuses a JSON Web Key for Ed25519 with the alg EdDSA.
// META: requirement=okp-import-jwk-alg
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    async function (...args) {
      if (args[0] === "jwk" && args[1]?.alg === "EdDSA") throw new DOMException("alg", "DataError");
      return Reflect.apply(importKey, this, args);
    },
);
