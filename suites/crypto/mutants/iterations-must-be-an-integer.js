// META: fault=deriveBits() refuses iterations with a fraction.
// META: requirement=normalize-number-converted
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveBits",
  (deriveBits) =>
    async function (...args) {
      const pbkdf2 = args[1]?.algorithm?.name === "PBKDF2";
      if (pbkdf2 && args[0].iterations % 1 > 0) throw new TypeError("a fraction");
      return Reflect.apply(deriveBits, this, args);
    },
);
