// META: fault=The use of a JSON Web Key for AES-KW isn't looked at.
// META: requirement=aes-import-jwk-use
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    function (...args) {
      if (args[0] === "jwk" && (args[2]?.name ?? args[2]) === "AES-KW") {
        args[1] = { ...args[1], use: undefined };
      }
      return Reflect.apply(importKey, this, args);
    },
);
