// META: fault=The alg of a JSON Web Key for RSA-PSS isn't compared with the hash.
// META: requirement=rsa-import-jwk-alg
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    function (...args) {
      if (args[0] === "jwk" && /^PS\d+$/.test(args[1]?.alg) && args[2]?.name === "RSA-PSS") {
        args[1] = { ...args[1], alg: undefined };
      }
      return Reflect.apply(importKey, this, args);
    },
);
