// META: fault=importKey() fails with NotSupportedError for a format that doesn't exist.
// META: requirement=import-format-enum
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    async function (...args) {
      if (typeof args[0] === "string" && !/^(raw(-.*)?|spki|pkcs8|jwk)$/.test(args[0])) {
        throw new DOMException("unknown format", "NotSupportedError");
      }
      return Reflect.apply(importKey, this, args);
    },
);
