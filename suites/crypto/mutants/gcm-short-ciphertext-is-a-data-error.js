// META: fault=decrypt() with AES-GCM fails with DataError for a ciphertext shorter than its tag.
// META: requirement=gcm-decrypt-short
"use strict";

mutate(
  SubtleCrypto.prototype,
  "decrypt",
  (decrypt) =>
    async function (...args) {
      try {
        return await Reflect.apply(decrypt, this, args);
      } catch (error) {
        const short = args[1]?.algorithm?.name === "AES-GCM" && args[2]?.byteLength < 16;
        if (!short || error.name !== "OperationError") throw error;
        throw new DOMException(error.message, "DataError");
      }
    },
);
