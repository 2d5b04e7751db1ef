// META: fault=unwrapKey() reads the wrapped key when it unwraps.
// META: requirement=unwrap-data-copied
"use strict";

mutate(
  SubtleCrypto.prototype,
  "unwrapKey",
  (unwrapKey) =>
    async function (...args) {
      await null;
      return Reflect.apply(unwrapKey, this, args);
    },
);
