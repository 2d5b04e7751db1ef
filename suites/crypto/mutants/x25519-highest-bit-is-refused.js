// META: fault=importKey() refuses a public key for X25519 whose highest bit is set.
// META: requirement=x25519-secret
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    async function (...args) {
      const key = await Reflect.apply(importKey, this, args);
      if (key.algorithm.name !== "X25519" || args[0] !== "raw") return key;
      const { buffer = args[1], byteOffset = 0 } = args[1];
      if (new Uint8Array(buffer, byteOffset)[31] < 0x80) return key;
      throw new DOMException("no point", "DataError");
    },
);
