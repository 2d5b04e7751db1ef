// META: fault=sign() with ECDSA reads its data when it signs.
// META: requirement=sign-data-copied
"use strict";

mutate(
  SubtleCrypto.prototype,
  "sign",
  (sign) =>
    async function (...args) {
      if (args[1]?.algorithm?.name === "ECDSA") await null;
      return Reflect.apply(sign, this, args);
    },
);
