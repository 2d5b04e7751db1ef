// META: fault=The use of a JSON Web Key for X25519 isn't looked at.
// META: requirement=okp-import-jwk-use
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    function (...args) {
      if (args[0] === "jwk" && args[1]?.crv === "X25519") args[1] = { ...args[1], use: undefined };
      return Reflect.apply(importKey, this, args);
    },
);
