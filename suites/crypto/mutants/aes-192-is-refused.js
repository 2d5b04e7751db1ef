// META: fault=Keys of 192 bits are refused by generateKey() and importKey().
// META: requirement=aes-generate-length
// Chromium does so itself: there, no subtest that passes can notice it.
"use strict";

mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    async function (...args) {
      const key = await Reflect.apply(generateKey, this, args);
      if (!/^AES-/.test(key.algorithm?.name) || key.algorithm.length !== 192) return key;
      throw new DOMException("192 bits", "OperationError");
    },
);
