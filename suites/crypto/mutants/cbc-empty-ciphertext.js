// META: fault=decrypt() with AES-CBC gives no bytes for no bytes.
// META: requirement=cbc-decrypt-length
"use strict";

mutate(
  SubtleCrypto.prototype,
  "decrypt",
  (decrypt) =>
    async function (...args) {
      try {
        return await Reflect.apply(decrypt, this, args);
      } catch (error) {
        const empty = args[1]?.algorithm?.name === "AES-CBC" && args[2]?.byteLength === 0;
        if (!empty || error.name !== "OperationError") throw error;
        return new ArrayBuffer(0);
      }
    },
);
