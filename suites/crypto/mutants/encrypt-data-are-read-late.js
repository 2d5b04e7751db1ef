// META: fault=encrypt() reads its data when it encrypts.
// META: requirement=encrypt-data-copied
"use strict";

mutate(
  SubtleCrypto.prototype,
  "encrypt",
  (encrypt) =>
    async function (...args) {
      await null;
      return Reflect.apply(encrypt, this, args);
    },
);
