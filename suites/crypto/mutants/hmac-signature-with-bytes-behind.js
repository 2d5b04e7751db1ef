// META: fault=verify() with HMAC ignores bytes behind the signature.
// META: requirement=hmac-verify-false
"use strict";

mutate(
  SubtleCrypto.prototype,
  "verify",
  (verify) =>
    function (...args) {
      const { name, hash } = args[1]?.algorithm ?? {};
      if (name === "HMAC" && args[2] instanceof Uint8Array) {
        const bits = hash.name === "SHA-1" ? 160 : Number(hash.name.slice(4));
        args[2] = args[2].slice(0, bits / 8);
      }
      return Reflect.apply(verify, this, args);
    },
);
