// META: fault=importKey() refuses a JSON Web Key with an ext that isn't a boolean but could be converted.
// META: requirement=jwk-conversion
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    async function (...args) {
      const ext = args[0] === "jwk" ? args[1]?.ext : undefined;
      if (ext !== undefined && typeof ext !== "boolean") throw new TypeError("ext is no boolean");
      return Reflect.apply(importKey, this, args);
    },
);
