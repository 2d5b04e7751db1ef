// META: fault=An exported public JSON Web Key for X25519 has no ext.
// META: requirement=okp-export-jwk
"use strict";

mutate(
  SubtleCrypto.prototype,
  "exportKey",
  (exportKey) =>
    async function (...args) {
      const result = await Reflect.apply(exportKey, this, args);
      if (args[0] === "jwk" && result.crv === "X25519" && !result.d) delete result.ext;
      return result;
    },
);
