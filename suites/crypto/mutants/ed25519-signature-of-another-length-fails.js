// META: fault=verify() with Ed25519 fails with OperationError for a signature of a wrong length.
// META: requirement=ed25519-verify-false
"use strict";

mutate(
  SubtleCrypto.prototype,
  "verify",
  (verify) =>
    async function (...args) {
      const result = await Reflect.apply(verify, this, args);
      if (args[1].algorithm.name !== "Ed25519" || args[2].byteLength === 64) return result;
      throw new DOMException("a wrong length", "OperationError");
    },
);
