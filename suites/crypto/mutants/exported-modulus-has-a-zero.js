// META: fault=The n of an exported RSA key begins with the byte of zero that DER has there.
// META: requirement=rsa-export-jwk
"use strict";

mutate(
  SubtleCrypto.prototype,
  "exportKey",
  (exportKey) =>
    async function (...args) {
      const result = await Reflect.apply(exportKey, this, args);
      if (args[0] !== "jwk" || result.kty !== "RSA") return result;
      const bytes = atob(result.n.replaceAll("-", "+").replaceAll("_", "/"));
      const n = btoa(`\0${bytes}`).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
      return Object.assign(result, { n });
    },
);
