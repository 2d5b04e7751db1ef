// META: fault=AES-GCM refuses tags of 32 and 64 bits.
// META: requirement=gcm-tag-length
"use strict";

mutate(
  SubtleCrypto.prototype,
  "encrypt",
  (encrypt) =>
    async function (...args) {
      const result = await Reflect.apply(encrypt, this, args);
      if (args[1].algorithm.name !== "AES-GCM" || ![32, 64].includes(args[0].tagLength))
        return result;
      throw new DOMException("a short tag", "OperationError");
    },
);
