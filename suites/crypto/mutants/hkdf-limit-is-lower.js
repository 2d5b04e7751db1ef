// META: fault=deriveBits() with HKDF derives no more than 254 blocks.
// META: requirement=hkdf-length-limit
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveBits",
  (deriveBits) =>
    async function (...args) {
      const bits = await Reflect.apply(deriveBits, this, args);
      if (args[1].algorithm.name !== "HKDF") return bits;
      const hash = args[0].hash.name ?? args[0].hash;
      const block = hash === "SHA-1" ? 160 : Number(hash.slice(4));
      if (!(args[2] > 254 * block)) return bits;
      throw new DOMException("too long", "OperationError");
    },
);
