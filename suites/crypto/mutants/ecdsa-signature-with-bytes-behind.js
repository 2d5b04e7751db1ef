// META: fault=verify() with ECDSA ignores bytes behind the signature.
// META: requirement=ecdsa-verify-false
"use strict";

const lengths = { "P-256": 64, "P-384": 96, "P-521": 132 };
mutate(
  SubtleCrypto.prototype,
  "verify",
  (verify) =>
    function (...args) {
      const { name, namedCurve } = args[1]?.algorithm ?? {};
      if (name === "ECDSA" && args[2] instanceof Uint8Array) {
        args[2] = args[2].slice(0, lengths[namedCurve]);
      }
      return Reflect.apply(verify, this, args);
    },
);
