// META: fault=importKey() tells missing usages before wrong data.
// META: requirement=import-usage-first
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    async function (...args) {
      try {
        return await Reflect.apply(importKey, this, args);
      } catch (error) {
        const useless = error.name === "DataError" && args[4].length === 0;
        throw useless ? new DOMException("no usages", "SyntaxError") : error;
      }
    },
);
