// META: fault=importKey() refuses key_ops with an entry that isn't asked for.
// META: requirement=jwk-key-ops-superset
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    async function (...args) {
      const ops = args[0] === "jwk" && Array.isArray(args[1]?.key_ops) ? args[1].key_ops : [];
      if (ops.some((op) => !args[4]?.includes?.(op))) {
        throw new DOMException("not asked for", "DataError");
      }
      return Reflect.apply(importKey, this, args);
    },
);
