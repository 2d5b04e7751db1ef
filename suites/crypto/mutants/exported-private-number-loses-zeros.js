// META: fault=The d of an exported elliptic curve key loses the bytes of zero in front.
// META: requirement=ec-export-jwk
"use strict";

const trimmed = (text) => {
  const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/")).replace(/^\0+/, "");
  return btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
};
mutate(
  SubtleCrypto.prototype,
  "exportKey",
  (exportKey) =>
    async function (...args) {
      const result = await Reflect.apply(exportKey, this, args);
      if (args[0] === "jwk" && result.kty === "EC" && result.d) result.d = trimmed(result.d);
      return result;
    },
);
