// META: fault=deriveBits() with HKDF refuses an empty salt.
// META: requirement=hkdf-bits
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveBits",
  (deriveBits) =>
    async function (...args) {
      const bits = await Reflect.apply(deriveBits, this, args);
      if (args[1].algorithm.name !== "HKDF" || args[0].salt.byteLength > 0) return bits;
      throw new DOMException("no salt", "OperationError");
    },
);
