// META: fault=importKey() takes key_ops that are a string for a list with that one entry.
// META: requirement=jwk-conversion
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    function (...args) {
      if (args[0] === "jwk" && typeof args[1]?.key_ops === "string") {
        args[1] = { ...args[1], key_ops: [args[1].key_ops] };
      }
      return Reflect.apply(importKey, this, args);
    },
);
