// META: fault=importKey() reads the key data when it imports.
// META: requirement=import-data-copied
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    async function (...args) {
      await null;
      return Reflect.apply(importKey, this, args);
    },
);
