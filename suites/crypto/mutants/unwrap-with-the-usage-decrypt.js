// META: fault=unwrapKey() works with a key that may only decrypt.
// META: requirement=unwrap-key-usage
"use strict";

mutate(
  SubtleCrypto.prototype,
  "unwrapKey",
  (unwrapKey) =>
    async function (...args) {
      const [format, wrapped, unwrapping, algorithm, ...rest] = args;
      if (unwrapping?.usages?.join() !== "decrypt" || format === "jwk") {
        return Reflect.apply(unwrapKey, this, args);
      }
      return this.importKey(format, await this.decrypt(algorithm, unwrapping, wrapped), ...rest);
    },
);
