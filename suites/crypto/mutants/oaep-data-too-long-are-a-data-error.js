// META: fault=encrypt() with RSA-OAEP fails with DataError for data that are too long.
// META: requirement=oaep-encrypt-too-long
"use strict";

mutate(
  SubtleCrypto.prototype,
  "encrypt",
  (encrypt) =>
    async function (...args) {
      try {
        return await Reflect.apply(encrypt, this, args);
      } catch (error) {
        const long = error.name === "OperationError" && args[1].algorithm.name === "RSA-OAEP";
        throw long ? new DOMException(error.message, "DataError") : error;
      }
    },
);
