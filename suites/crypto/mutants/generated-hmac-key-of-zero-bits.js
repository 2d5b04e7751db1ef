// META: fault=generateKey() takes a length of 0 of an HMAC key for none.
// META: requirement=hmac-generate-zero
"use strict";

mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    function (...args) {
      if (args[0]?.name === "HMAC" && args[0].length === 0) {
        args[0] = { __proto__: args[0], length: undefined };
      }
      return Reflect.apply(generateKey, this, args);
    },
);
