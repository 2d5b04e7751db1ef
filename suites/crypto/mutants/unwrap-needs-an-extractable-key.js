// META: fault=unwrapKey() needs a key that is extractable.
// META: requirement=unwrap-key-hidden
"use strict";

mutate(
  SubtleCrypto.prototype,
  "unwrapKey",
  (unwrapKey) =>
    async function (...args) {
      const key = await Reflect.apply(unwrapKey, this, args);
      if (args[2].extractable) return key;
      throw new DOMException("not extractable", "InvalidAccessError");
    },
);
