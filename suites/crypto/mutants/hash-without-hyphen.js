// META: fault=importKey() knows SHA256, SHA384 and SHA512 as names of hashes.
// META: requirement=normalize-exact
// META: requirement=normalize-hash-unknown
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    function (...args) {
      const hash = Object.getOwnPropertyDescriptor(Object(args[2]), "hash")?.value;
      if (typeof hash === "string" && /^SHA\d{3}$/.test(hash)) {
        args[2] = { __proto__: args[2], hash: hash.replace("SHA", "SHA-") };
      }
      return Reflect.apply(importKey, this, args);
    },
);
