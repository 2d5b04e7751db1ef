// META: fault=sign() with Ed25519 gives a Uint8Array.
// META: requirement=sign-result
"use strict";

mutate(
  SubtleCrypto.prototype,
  "sign",
  (sign) =>
    async function (...args) {
      const signature = await Reflect.apply(sign, this, args);
      return args[1].algorithm.name === "Ed25519" ? new Uint8Array(signature) : signature;
    },
);
