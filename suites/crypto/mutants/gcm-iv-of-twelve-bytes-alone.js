// META: fault=AES-GCM refuses an iv that isn't of 12 bytes.
// META: requirement=gcm-iv-length
"use strict";

mutate(
  SubtleCrypto.prototype,
  "encrypt",
  (encrypt) =>
    async function (...args) {
      const result = await Reflect.apply(encrypt, this, args);
      if (args[1].algorithm.name !== "AES-GCM" || args[0].iv.byteLength === 12) return result;
      throw new DOMException("iv of another length", "OperationError");
    },
);
