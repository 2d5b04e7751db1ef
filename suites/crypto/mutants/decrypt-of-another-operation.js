// META: fault=decrypt() with a name that isn't registered for it fails with InvalidAccessError.
// META: requirement=normalize-operation
"use strict";

mutate(
  SubtleCrypto.prototype,
  "decrypt",
  (decrypt) =>
    async function (...args) {
      try {
        return await Reflect.apply(decrypt, this, args);
      } catch (error) {
        if (error.name !== "NotSupportedError") throw error;
        throw new DOMException(error.message, "InvalidAccessError");
      }
    },
);
