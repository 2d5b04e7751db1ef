// META: fault=The alg of a JSON Web Key for HMAC isn't compared with the hash.
// META: requirement=hmac-import-jwk-alg
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    function (...args) {
      if (args[0] === "jwk" && /^HS\d+$/.test(args[1]?.alg)) {
        args[1] = { ...args[1], alg: undefined };
      }
      return Reflect.apply(importKey, this, args);
    },
);
