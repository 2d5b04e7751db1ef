// META: fault=A JSON Web Key for ECDH has the curve of its crv, whatever was asked for.
// META: requirement=ec-import-jwk-crv
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    function (...args) {
      const crv = args[0] === "jwk" && args[2]?.name === "ECDH" ? args[1]?.crv : undefined;
      if (/^P-\d+$/.test(crv)) args[2] = { name: "ECDH", namedCurve: crv };
      return Reflect.apply(importKey, this, args);
    },
);
