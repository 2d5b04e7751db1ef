// META: fault=deriveBits() with X25519 leaves the bits behind the length in the last byte.
// META: requirement=x25519-length-truncates
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveBits",
  (deriveBits) =>
    function (...args) {
      if (args[1]?.algorithm?.name === "X25519" && args[2] % 8 > 0) {
        args[2] = 8 * Math.ceil(args[2] / 8);
      }
      return Reflect.apply(deriveBits, this, args);
    },
);
