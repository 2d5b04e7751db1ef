// META: fault=generateKey() fails with TypeError for an RSA exponent or modulus that makes no key.
// META: requirement=rsa-generate-failure
"use strict";

mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    async function (...args) {
      try {
        return await Reflect.apply(generateKey, this, args);
      } catch (error) {
        const failed = error.name === "OperationError" && args[0].modulusLength !== undefined;
        throw failed ? new TypeError(error.message) : error;
      }
    },
);
