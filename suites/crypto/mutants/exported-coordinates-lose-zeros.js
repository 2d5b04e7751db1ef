// META: fault=Coordinates of an exported elliptic curve key lose the bytes of zero in front.
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
      if (args[0] !== "jwk" || result.kty !== "EC") return result;
      return Object.assign(result, { x: trimmed(result.x), y: trimmed(result.y) });
    },
);
