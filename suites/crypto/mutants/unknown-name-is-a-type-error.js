// META: fault=deriveKey() fails with TypeError for a key to derive of an unknown name.
// META: requirement=normalize-unknown
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveKey",
  (deriveKey) =>
    async function (...args) {
      try {
        return await Reflect.apply(deriveKey, this, args);
      } catch (error) {
        throw error.name === "NotSupportedError" ? new TypeError(error.message) : error;
      }
    },
);
