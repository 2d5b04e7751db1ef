// META: fault=deriveBits() with PBKDF2 fails with OperationError for a length of 0, as it once had to.
// META: requirement=pbkdf2-length-zero
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveBits",
  (deriveBits) =>
    async function (...args) {
      const bits = await Reflect.apply(deriveBits, this, args);
      if (args[1].algorithm.name !== "PBKDF2" || bits.byteLength > 0) return bits;
      throw new DOMException("no bits", "OperationError");
    },
);
