// META: fault=importKey() fails with DataError for an object given as spki.
// META: requirement=import-bytes
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    async function (...args) {
      const bytes = args[1] instanceof ArrayBuffer || ArrayBuffer.isView(args[1]);
      if (args[0] === "spki" && Object(args[1]) === args[1] && !bytes) {
        throw new DOMException("no bytes", "DataError");
      }
      return Reflect.apply(importKey, this, args);
    },
);
