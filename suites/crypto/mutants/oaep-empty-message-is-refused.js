// META: fault=encrypt() with RSA-OAEP fails for no data.
// META: requirement=oaep-encrypt
"use strict";

mutate(
  SubtleCrypto.prototype,
  "encrypt",
  (encrypt) =>
    async function (...args) {
      const result = await Reflect.apply(encrypt, this, args);
      if (args[1].algorithm.name !== "RSA-OAEP" || args[2].byteLength > 0) return result;
      throw new DOMException("no data", "OperationError");
    },
);
