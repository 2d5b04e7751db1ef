// META: fault=deriveBits() works with a key that may only derive keys.
// META: requirement=derive-bits-usage
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveBits",
  (deriveBits) =>
    async function (...args) {
      const [algorithm, key, length] = args;
      if (key?.usages?.join() !== "deriveKey" || !length) {
        return Reflect.apply(deriveBits, this, args);
      }
      const type = { name: "HMAC", hash: "SHA-256", length };
      const derived = await this.deriveKey(algorithm, key, type, true, ["sign"]);
      return this.exportKey("raw", derived);
    },
);
