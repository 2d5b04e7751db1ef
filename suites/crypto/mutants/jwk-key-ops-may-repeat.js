// META: fault=importKey() takes key_ops with an entry twice.
// META: requirement=jwk-key-ops-valid
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    function (...args) {
      if (args[0] === "jwk" && Array.isArray(args[1]?.key_ops)) {
        args[1] = { ...args[1], key_ops: [...new Set(args[1].key_ops)] };
      }
      return Reflect.apply(importKey, this, args);
    },
);
