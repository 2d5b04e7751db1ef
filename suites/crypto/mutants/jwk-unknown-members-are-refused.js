// META: fault=importKey() refuses a JSON Web Key with a kid.
// META: requirement=jwk-unknown-members
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    async function (...args) {
      if (args[0] === "jwk" && args[1]?.kid) throw new DOMException("unknown member", "DataError");
      return Reflect.apply(importKey, this, args);
    },
);
