// META: fault=deriveBits() with HKDF fails with OperationError for a length of 0, as it once had to.
// META: requirement=hkdf-length-zero
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveBits",
  (deriveBits) =>
    async function (...args) {
      const bits = await Reflect.apply(deriveBits, this, args);
      if (args[1].algorithm.name !== "HKDF" || bits.byteLength > 0) return bits;
      throw new DOMException("no bits", "OperationError");
    },
);
