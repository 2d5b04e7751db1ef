// META: fault=The ext of a JSON Web Key for RSA isn't looked at.
// META: requirement=rsa-import-jwk-ext
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    function (...args) {
      if (args[0] === "jwk" && args[1]?.kty === "RSA") args[1] = { ...args[1], ext: undefined };
      return Reflect.apply(importKey, this, args);
    },
);
