// META: fault=The k of an exported JSON Web Key is padded.
// META: requirement=jwk-base64url
// META: requirement=hmac-export-jwk
"use strict";

mutate(
  SubtleCrypto.prototype,
  "exportKey",
  (exportKey) =>
    async function (...args) {
      const result = await Reflect.apply(exportKey, this, args);
      if (args[0] === "jwk" && result.k) {
        result.k = result.k.padEnd(4 * Math.ceil(result.k.length / 4), "=");
      }
      return result;
    },
);
