// META: fault=decrypt() reads its data when it decrypts.
// META: requirement=decrypt-data-copied
"use strict";

mutate(
  SubtleCrypto.prototype,
  "decrypt",
  (decrypt) =>
    async function (...args) {
      await null;
      return Reflect.apply(decrypt, this, args);
    },
);
