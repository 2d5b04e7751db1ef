// META: fault=The alg of a JSON Web Key for AES is compared with the length, not with the mode.
// META: requirement=aes-import-jwk-alg
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    function (...args) {
      const mode = String(args[2]?.name ?? args[2]).slice(4);
      if (args[0] === "jwk" && /^A\d{3}(CBC|CTR|GCM|KW)$/.test(args[1]?.alg)) {
        args[1] = { ...args[1], alg: args[1].alg.slice(0, 4) + mode };
      }
      return Reflect.apply(importKey, this, args);
    },
);
