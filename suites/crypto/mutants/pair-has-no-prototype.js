// META: fault=A pair of keys is an object without prototype.
// META: requirement=generate-pair
"use strict";

mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    async function (...args) {
      const result = await Reflect.apply(generateKey, this, args);
      return result.publicKey ? Object.setPrototypeOf(result, null) : result;
    },
);
