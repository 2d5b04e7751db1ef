// META: fault=deriveBits() with HKDF refuses an info of more than 1024 bytes, as OpenSSL once did.
// META: requirement=hkdf-bits
// Node.js and Bun have this limit themselves: there, no subtest that passes can notice it.
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveBits",
  (deriveBits) =>
    async function (...args) {
      const bits = await Reflect.apply(deriveBits, this, args);
      if (args[1].algorithm.name !== "HKDF" || args[0].info.byteLength <= 1024) return bits;
      throw new DOMException("info too long", "OperationError");
    },
);
