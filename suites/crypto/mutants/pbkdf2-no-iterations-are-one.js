// META: fault=deriveBits() with PBKDF2 takes no iterations for one.
// META: requirement=pbkdf2-iterations-zero
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveBits",
  (deriveBits) =>
    function (...args) {
      if (args[1]?.algorithm?.name === "PBKDF2" && args[0]?.iterations === 0) {
        args[0] = { __proto__: args[0], iterations: 1 };
      }
      return Reflect.apply(deriveBits, this, args);
    },
);
