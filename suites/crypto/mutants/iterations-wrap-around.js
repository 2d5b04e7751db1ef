// META: fault=The iterations of PBKDF2 are taken modulo 2^32.
// META: requirement=normalize-enforce-range
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveBits",
  (deriveBits) =>
    function (...args) {
      if (args[0]?.iterations > 2 ** 32 - 1) {
        args[0] = { __proto__: args[0], iterations: args[0].iterations >>> 0 };
      }
      return Reflect.apply(deriveBits, this, args);
    },
);
