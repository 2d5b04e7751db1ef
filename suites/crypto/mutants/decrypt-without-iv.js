// META: fault=decrypt() with AES-CBC and without iv fails with OperationError.
// META: requirement=normalize-member-required
"use strict";

mutate(
  SubtleCrypto.prototype,
  "decrypt",
  (decrypt) =>
    async function (...args) {
      if (args[1].algorithm.name === "AES-CBC" && !("iv" in Object(args[0]))) {
        throw new DOMException("no iv", "OperationError");
      }
      return Reflect.apply(decrypt, this, args);
    },
);
