// META: fault=generateKey() fails with SyntaxError for a usage that doesn't exist.
// META: requirement=generate-usage-enum
"use strict";

mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    async function (...args) {
      const usages = Array.isArray(args[2]) ? args[2] : [];
      if (
        usages.some((usage) => !/^((en|de)crypt|sign|verify|derive.*|(un)?wrapKey)$/.test(usage))
      ) {
        throw new DOMException("unknown usage", "SyntaxError");
      }
      return Reflect.apply(generateKey, this, args);
    },
);
