// META: fault=The second half of a generated AES key of 256 bits is all zeros.
// META: requirement=generate-random
"use strict";

mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    async function (...args) {
      const key = await Reflect.apply(generateKey, this, args);
      if (key.algorithm?.length !== 256 || !/^AES-/.test(key.algorithm.name)) return key;
      const half = new Uint8Array(32);
      crypto.getRandomValues(half.subarray(0, 16));
      return crypto.subtle.importKey("raw", half, key.algorithm, key.extractable, key.usages);
    },
);
