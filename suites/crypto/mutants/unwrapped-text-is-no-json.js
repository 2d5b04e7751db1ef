// META: fault=unwrapKey() fails with OperationError for what is no JSON.
// META: requirement=unwrap-jwk-invalid
"use strict";

mutate(
  SubtleCrypto.prototype,
  "unwrapKey",
  (unwrapKey) =>
    async function (...args) {
      try {
        return await Reflect.apply(unwrapKey, this, args);
      } catch (error) {
        const parsed = args[0] === "jwk" && error.name === "DataError";
        throw parsed ? new DOMException(error.message, "OperationError") : error;
      }
    },
);
