// META: fault=deriveBits() with ECDH leaves the bits behind the length in the last byte.
// META: requirement=ecdh-length-truncates
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveBits",
  (deriveBits) =>
    function (...args) {
      if (args[1]?.algorithm?.name === "ECDH" && args[2] % 8 > 0)
        args[2] = 8 * Math.ceil(args[2] / 8);
      return Reflect.apply(deriveBits, this, args);
    },
);
