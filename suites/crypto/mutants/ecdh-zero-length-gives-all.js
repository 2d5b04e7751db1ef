// META: fault=deriveBits() with ECDH takes a length of 0 for none.
// META: requirement=ecdh-length-truncates
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveBits",
  (deriveBits) =>
    function (...args) {
      if (args[1]?.algorithm?.name === "ECDH" && args[2] === 0) args[2] = null;
      return Reflect.apply(deriveBits, this, args);
    },
);
