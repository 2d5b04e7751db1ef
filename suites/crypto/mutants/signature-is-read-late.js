// META: fault=verify() copies its data at once, and the signature when it verifies.
// META: requirement=verify-data-copied
"use strict";

mutate(
  SubtleCrypto.prototype,
  "verify",
  (verify) =>
    async function (...args) {
      if (args[3] instanceof Uint8Array) args[3] = args[3].slice();
      await null;
      return Reflect.apply(verify, this, args);
    },
);
