// META: fault=unwrapKey() with AES-KW fails with DataError for bytes that fail the check.
// META: requirement=kw-unwrap-failure
"use strict";

mutate(
  SubtleCrypto.prototype,
  "unwrapKey",
  (unwrapKey) =>
    async function (...args) {
      try {
        return await Reflect.apply(unwrapKey, this, args);
      } catch (error) {
        const failed = error.name === "OperationError" && args[2].algorithm.name === "AES-KW";
        throw failed ? new DOMException(error.message, "DataError") : error;
      }
    },
);
