// META: fault=deriveKey() fails with InvalidAccessError for a usage that the derived key can't have.
// META: requirement=derive-key-import-error
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveKey",
  (deriveKey) =>
    async function (...args) {
      try {
        return await Reflect.apply(deriveKey, this, args);
      } catch (error) {
        const wrong = error.name === "SyntaxError" && args[4].length > 0;
        throw wrong ? new DOMException(error.message, "InvalidAccessError") : error;
      }
    },
);
