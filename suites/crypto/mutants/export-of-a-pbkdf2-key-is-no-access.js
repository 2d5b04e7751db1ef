// META: fault=exportKey() fails with InvalidAccessError for a key for PBKDF2.
// META: requirement=export-operation
"use strict";

mutate(
  SubtleCrypto.prototype,
  "exportKey",
  (exportKey) =>
    async function (...args) {
      if (args[1]?.algorithm?.name === "PBKDF2") {
        throw new DOMException("not extractable", "InvalidAccessError");
      }
      return Reflect.apply(exportKey, this, args);
    },
);
