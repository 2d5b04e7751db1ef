// META: fault=deriveBits() with HKDF rounds a length up to whole bytes.
// META: requirement=hkdf-length-multiple
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveBits",
  (deriveBits) =>
    function (...args) {
      if (args[1]?.algorithm?.name === "HKDF" && args[2] % 8 > 0)
        args[2] = 8 * Math.ceil(args[2] / 8);
      return Reflect.apply(deriveBits, this, args);
    },
);
