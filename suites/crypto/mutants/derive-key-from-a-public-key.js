// META: fault=deriveKey() fails with OperationError if public is a private key.
// META: requirement=ecdh-public-type
// META: requirement=x25519-public-type
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveKey",
  (deriveKey) =>
    async function (...args) {
      try {
        return await Reflect.apply(deriveKey, this, args);
      } catch (error) {
        const wrong = error.name === "InvalidAccessError" && args[0]?.public?.type === "private";
        throw wrong ? new DOMException(error.message, "OperationError") : error;
      }
    },
);
