// META: fault=The salt of PBKDF2 ends at its first byte of zero, like a string of C.
// META: requirement=pbkdf2-bits
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveBits",
  (deriveBits) =>
    function (...args) {
      const salt = args[1]?.algorithm?.name === "PBKDF2" ? args[0]?.salt : undefined;
      if (salt instanceof Uint8Array && salt.includes(0)) {
        args[0] = { __proto__: args[0], salt: salt.slice(0, salt.indexOf(0)) };
      }
      return Reflect.apply(deriveBits, this, args);
    },
);
