// META: fault=verify() copies the signature at once, and its data when it verifies.
// META: requirement=verify-data-copied
"use strict";

mutate(
  SubtleCrypto.prototype,
  "verify",
  (verify) =>
    async function (...args) {
      if (args[2] instanceof ArrayBuffer) args[2] = args[2].slice();
      if (args[2] instanceof Uint8Array) args[2] = args[2].slice();
      await null;
      return Reflect.apply(verify, this, args);
    },
);
