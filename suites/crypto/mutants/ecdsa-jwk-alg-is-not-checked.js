// META: fault=The alg of a JSON Web Key for ECDSA isn't compared with the curve.
// META: requirement=ec-import-jwk-alg
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    function (...args) {
      if (args[0] === "jwk" && /^ES\d+$/.test(args[1]?.alg)) {
        args[1] = { ...args[1], alg: undefined };
      }
      return Reflect.apply(importKey, this, args);
    },
);
