// META: fault=deriveKey() gives an HMAC key without length as many bits as its hash, not its block.
// META: requirement=derive-key-bits
// META: requirement=hmac-key-length
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveKey",
  (deriveKey) =>
    function (...args) {
      const [, , type] = args;
      if (type?.name === "HMAC" && type.length === undefined) {
        const length = { "SHA-1": 160 }[type.hash] ?? Number(String(type.hash).slice(4));
        if (length) args[2] = { __proto__: type, length };
      }
      return Reflect.apply(deriveKey, this, args);
    },
);
