// META: fault=importKey() knows SHA256 as the name of a hash.
// META: requirement=normalize-exact
// META: requirement=normalize-hash-unknown
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    function (...args) {
      if (args[2]?.hash === "SHA256") args[2] = { __proto__: args[2], hash: "SHA-256" };
      return Reflect.apply(importKey, this, args);
    },
);
