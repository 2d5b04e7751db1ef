// META: fault=deriveBits() with ECDH and the length null gives the secret without bytes of zero in front.
// META: requirement=ecdh-secret
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveBits",
  (deriveBits) =>
    async function (...args) {
      const bits = await Reflect.apply(deriveBits, this, args);
      const whole = args[2] === null || args[2] === undefined;
      if (args[1].algorithm.name !== "ECDH" || !whole) return bits;
      const start = new Uint8Array(bits).findIndex((byte) => byte !== 0);
      return bits.slice(start);
    },
);
