// META: fault=A generated private key for X25519 is always extractable.
// META: requirement=generate-extractable
// META: requirement=okp-generate-private
"use strict";

mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    function (...args) {
      if (args[0] === "X25519" || args[0]?.name === "X25519") args[1] = true;
      return Reflect.apply(generateKey, this, args);
    },
);
