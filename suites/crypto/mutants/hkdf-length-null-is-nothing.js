// META: fault=deriveBits() with HKDF gives no bytes for the length null.
// META: requirement=hkdf-length-null
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveBits",
  (deriveBits) =>
    function (...args) {
      if (args[1]?.algorithm?.name === "HKDF" && (args[2] ?? null) === null) args[2] = 0;
      return Reflect.apply(deriveBits, this, args);
    },
);
