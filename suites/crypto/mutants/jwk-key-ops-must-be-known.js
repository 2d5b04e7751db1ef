// META: fault=importKey() refuses key_ops with an entry that is no usage.
// META: requirement=jwk-key-ops-superset
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    async function (...args) {
      const ops = args[0] === "jwk" && Array.isArray(args[1]?.key_ops) ? args[1].key_ops : [];
      if (ops.some((op) => !/^(en|de)crypt$|^sign$|^verify$|^derive|wrapKey$/i.test(op))) {
        throw new DOMException("unknown entry", "DataError");
      }
      return Reflect.apply(importKey, this, args);
    },
);
