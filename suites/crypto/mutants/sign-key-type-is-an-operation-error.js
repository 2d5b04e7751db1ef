// META: fault=sign() with a public key fails with OperationError.
// META: requirement=pss-sign-key-type
// META: requirement=ecdsa-sign-key-type
"use strict";

mutate(
  SubtleCrypto.prototype,
  "sign",
  (sign) =>
    async function (...args) {
      try {
        return await Reflect.apply(sign, this, args);
      } catch (error) {
        const wrong = error.name === "InvalidAccessError" && args[1].type === "public";
        throw wrong ? new DOMException(error.message, "OperationError") : error;
      }
    },
);
