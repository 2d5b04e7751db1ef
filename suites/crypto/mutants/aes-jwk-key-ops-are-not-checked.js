// META: fault=The key_ops of a JSON Web Key for AES aren't compared with the usages.
// META: requirement=aes-import-jwk-key-ops
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    function (...args) {
      if (args[0] === "jwk" && /^AES-/.test(args[2]?.name ?? args[2])) {
        args[1] = { ...args[1], key_ops: undefined };
      }
      return Reflect.apply(importKey, this, args);
    },
);
