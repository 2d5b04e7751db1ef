// META: fault=deriveKey() of a key for HKDF with ECDH fails, as its length is null.
// META: requirement=pbkdf2-key-length
// META: requirement=hkdf-key-length
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveKey",
  (deriveKey) =>
    async function (...args) {
      const key = await Reflect.apply(deriveKey, this, args);
      if (key.algorithm.name !== "HKDF") return key;
      throw new DOMException("no length", "OperationError");
    },
);
