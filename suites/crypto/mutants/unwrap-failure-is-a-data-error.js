// META: fault=unwrapKey() fails with DataError where the decryption fails.
// META: requirement=unwrap-operation-error
// META: requirement=gcm-decrypt-failure
"use strict";

mutate(
  SubtleCrypto.prototype,
  "unwrapKey",
  (unwrapKey) =>
    async function (...args) {
      try {
        return await Reflect.apply(unwrapKey, this, args);
      } catch (error) {
        const decrypting = error.name === "OperationError" && args[2].algorithm.name !== "AES-KW";
        throw decrypting ? new DOMException(error.message, "DataError") : error;
      }
    },
);
