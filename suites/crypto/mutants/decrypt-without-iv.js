// META: fault=decrypt() with AES-CBC and without iv fails with OperationError.
// META: requirement=normalize-member-required
"use strict";

mutate(
  SubtleCrypto.prototype,
  "decrypt",
  (decrypt) =>
    async function (...args) {
      const [algorithm, key] = args;
      if (key.algorithm.name === "AES-CBC" && algorithm?.name && algorithm.iv === undefined) {
        throw new DOMException("no iv", "OperationError");
      }
      return Reflect.apply(decrypt, this, args);
    },
);
