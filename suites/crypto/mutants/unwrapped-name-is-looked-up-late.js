// META: fault=unwrapKey() looks up the name of the key's algorithm once the bytes are unwrapped.
// META: requirement=unwrap-normalize
"use strict";

mutate(
  SubtleCrypto.prototype,
  "unwrapKey",
  (unwrapKey) =>
    async function (...args) {
      try {
        return await Reflect.apply(unwrapKey, this, args);
      } catch (error) {
        if (error.name !== "NotSupportedError") throw error;
        await Reflect.apply(unwrapKey, this, [
          ...args.slice(0, 4),
          "PBKDF2",
          false,
          ["deriveBits"],
        ]);
        throw error;
      }
    },
);
