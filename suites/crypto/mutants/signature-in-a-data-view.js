// META: fault=verify() gives false for a signature in a DataView.
// META: requirement=buffer-source-bytes
"use strict";

mutate(
  SubtleCrypto.prototype,
  "verify",
  (verify) =>
    async function (...args) {
      const result = await Reflect.apply(verify, this, args);
      return result && !(args[2] instanceof DataView);
    },
);
