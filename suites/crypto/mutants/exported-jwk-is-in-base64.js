// META: fault=The members of an exported JSON Web Key for RSA are in base64 instead of base64url.
// META: requirement=jwk-base64url
"use strict";

mutate(
  SubtleCrypto.prototype,
  "exportKey",
  (exportKey) =>
    async function (...args) {
      const result = await Reflect.apply(exportKey, this, args);
      if (args[0] !== "jwk" || result.kty !== "RSA") return result;
      for (const member of ["n", "e", "d", "p", "q", "dp", "dq", "qi"]) {
        if (result[member]) {
          result[member] = result[member].replaceAll("-", "+").replaceAll("_", "/");
        }
      }
      return result;
    },
);
