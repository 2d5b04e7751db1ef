// META: fault=deriveBits() with X25519 gives a secret of zeros.
// META: requirement=x25519-zero
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveBits",
  (deriveBits) =>
    async function (...args) {
      try {
        return await Reflect.apply(deriveBits, this, args);
      } catch (error) {
        const zero = error.name === "OperationError" && args[1].algorithm.name === "X25519";
        if (!zero || args[2] > 256) throw error;
        return new ArrayBuffer((args[2] ?? 256) / 8);
      }
    },
);
