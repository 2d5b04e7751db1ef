// META: fault=deriveKey() works with a key that may only derive bits.
// META: requirement=derive-key-usage
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveKey",
  (deriveKey) =>
    async function (...args) {
      const [algorithm, key, type, extractable, usages] = args;
      if (key?.usages?.join() !== "deriveBits" || !type?.length) {
        return Reflect.apply(deriveKey, this, args);
      }
      const bits = await this.deriveBits(algorithm, key, type.length);
      return this.importKey("raw", bits, type, extractable, usages);
    },
);
