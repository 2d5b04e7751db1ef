// META: fault=deriveBits() with ECDH gives the whole secret for a length that is up to a byte too long.
// META: requirement=ecdh-length-too-long
"use strict";

const bits = { "P-256": 256, "P-384": 384, "P-521": 528 };
mutate(
  SubtleCrypto.prototype,
  "deriveBits",
  (deriveBits) =>
    function (...args) {
      const { name, namedCurve } = args[1]?.algorithm ?? {};
      if (name === "ECDH" && args[2] > bits[namedCurve] && args[2] <= bits[namedCurve] + 8) {
        args[2] = bits[namedCurve];
      }
      return Reflect.apply(deriveBits, this, args);
    },
);
