// META: fault=The oth of a JSON Web Key for RSA is ignored.
// META: requirement=rsa-import-jwk-oth
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    function (...args) {
      if (args[0] === "jwk" && args[1]?.oth) args[1] = { ...args[1], oth: undefined };
      return Reflect.apply(importKey, this, args);
    },
);
