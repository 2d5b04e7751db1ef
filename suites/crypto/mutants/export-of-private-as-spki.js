// META: fault=exportKey() fails with NotSupportedError for spki of a private key.
// META: requirement=rsa-export-type
// META: requirement=okp-export-type
"use strict";

mutate(
  SubtleCrypto.prototype,
  "exportKey",
  (exportKey) =>
    async function (...args) {
      if (args[0] === "spki" && args[1]?.type === "private" && args[1].extractable) {
        throw new DOMException("not of this key", "NotSupportedError");
      }
      return Reflect.apply(exportKey, this, args);
    },
);
