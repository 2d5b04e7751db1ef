// META: fault=The alg of an exported JSON Web Key for RSA-OAEP is RSA-OAEP, whatever the hash.
// META: requirement=rsa-export-jwk-alg
"use strict";

mutate(
  SubtleCrypto.prototype,
  "exportKey",
  (exportKey) =>
    async function (...args) {
      const result = await Reflect.apply(exportKey, this, args);
      if (args[0] === "jwk" && args[1].algorithm.name === "RSA-OAEP") result.alg = "RSA-OAEP";
      return result;
    },
);
