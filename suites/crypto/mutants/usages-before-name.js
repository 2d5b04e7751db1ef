// META: fault=importKey() looks at the name before it converts the usages.
// META: requirement=conversion-first
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    async function (...args) {
      const usages = Array.isArray(args[4]) ? args[4] : [];
      if (
        usages.some((usage) => !/^((en|de)crypt|sign|verify|derive.*|(un)?wrapKey)$/.test(usage))
      ) {
        await Reflect.apply(importKey, this, [...args.slice(0, 4), ["sign", "encrypt"]]).catch(
          (error) => {
            if (error.name === "NotSupportedError") throw error;
          },
        );
      }
      return Reflect.apply(importKey, this, args);
    },
);
