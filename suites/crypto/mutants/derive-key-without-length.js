// META: fault=deriveKey() derives 256 bits for an AES key without length.
// META: requirement=normalize-member-required
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveKey",
  (deriveKey) =>
    function (...args) {
      const type = args[2];
      if (/^AES-/.test(type?.name) && !("length" in type))
        args[2] = { __proto__: type, length: 256 };
      return Reflect.apply(deriveKey, this, args);
    },
);
