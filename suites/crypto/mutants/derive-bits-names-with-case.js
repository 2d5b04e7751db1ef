// META: fault=deriveBits() knows names only in the case that they are registered in.
// META: requirement=normalize-case
"use strict";

const names = ["ECDH", "X25519", "HKDF", "PBKDF2"];
mutate(
  SubtleCrypto.prototype,
  "deriveBits",
  (deriveBits) =>
    async function (...args) {
      const bits = await Reflect.apply(deriveBits, this, args);
      const name = typeof args[0] === "string" ? args[0] : args[0].name;
      if (!names.includes(String(name))) throw new DOMException("unknown", "NotSupportedError");
      return bits;
    },
);
