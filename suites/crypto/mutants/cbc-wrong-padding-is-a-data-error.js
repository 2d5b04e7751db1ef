// META: fault=decrypt() with AES-CBC fails with DataError for a wrong padding.
// META: requirement=cbc-decrypt-padding
"use strict";

mutate(
  SubtleCrypto.prototype,
  "decrypt",
  (decrypt) =>
    async function (...args) {
      try {
        return await Reflect.apply(decrypt, this, args);
      } catch (error) {
        const padding = args[1]?.algorithm?.name === "AES-CBC" && args[2]?.byteLength % 16 === 0;
        if (!padding || args[2].byteLength === 0 || error.name !== "OperationError") throw error;
        throw new DOMException(error.message, "DataError");
      }
    },
);
