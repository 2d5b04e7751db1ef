// META: fault=A generated HMAC key is all zeros.
// META: requirement=generate-random
"use strict";

mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    async function (...args) {
      const key = await Reflect.apply(generateKey, this, args);
      if (key.algorithm?.name !== "HMAC") return key;
      const zeros = new Uint8Array(Math.ceil(key.algorithm.length / 8));
      return crypto.subtle.importKey("raw", zeros, key.algorithm, key.extractable, key.usages);
    },
);
