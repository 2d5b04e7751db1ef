// META: fault=A JSON Web Key with ext true is imported as extractable, even if not asked for.
// META: requirement=import-extractable
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    function (...args) {
      if (args[0] === "jwk" && args[1]?.ext === true) args[3] = true;
      return Reflect.apply(importKey, this, args);
    },
);
