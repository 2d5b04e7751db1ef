// META: fault=encrypt() with AES-GCM takes a tagLength of 0 for none.
// META: requirement=gcm-encrypt-tag-length
"use strict";

mutate(
  SubtleCrypto.prototype,
  "encrypt",
  (encrypt) =>
    function (...args) {
      const [algorithm, key] = args;
      if (key?.algorithm?.name === "AES-GCM" && algorithm?.tagLength === 0) {
        args[0] = { __proto__: algorithm, tagLength: undefined };
      }
      return Reflect.apply(encrypt, this, args);
    },
);
