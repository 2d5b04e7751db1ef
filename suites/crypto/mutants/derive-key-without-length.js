// META: fault=deriveKey() derives 256 bits for an AES key without length.
// META: requirement=normalize-member-required
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveKey",
  (deriveKey) =>
    function (...args) {
      const name = Object.getOwnPropertyDescriptor(Object(args[2]), "name")?.value;
      if (/^AES-(CBC|CTR|GCM|KW)$/.test(name) && args[2].length === undefined) {
        args[2] = { name, length: 256 };
      }
      return Reflect.apply(deriveKey, this, args);
    },
);
