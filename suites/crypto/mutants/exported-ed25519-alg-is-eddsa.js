// META: fault=The alg of an exported JSON Web Key for Ed25519 is EdDSA.
// META: requirement=okp-export-jwk
"use strict";

mutate(
  SubtleCrypto.prototype,
  "exportKey",
  (exportKey) =>
    async function (...args) {
      const result = await Reflect.apply(exportKey, this, args);
      if (args[0] === "jwk" && args[1].algorithm.name === "Ed25519") result.alg = "EdDSA";
      return result;
    },
);
