// META: fault=sign() with ECDSA hashes with SHA-256 when no hash is given.
// META: requirement=normalize-hash-required
"use strict";

mutate(
  SubtleCrypto.prototype,
  "sign",
  (sign) =>
    function (...args) {
      if (args[1]?.algorithm?.name === "ECDSA" && args[0]?.hash === undefined) {
        args[0] = { name: "ECDSA", hash: "SHA-256" };
      }
      return Reflect.apply(sign, this, args);
    },
);
