// META: fault=A derived AES key is always extractable.
// META: requirement=derive-key-usages
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveKey",
  (deriveKey) =>
    function (...args) {
      if (/^AES-/.test(args[2]?.name)) args[3] = true;
      return Reflect.apply(deriveKey, this, args);
    },
);
