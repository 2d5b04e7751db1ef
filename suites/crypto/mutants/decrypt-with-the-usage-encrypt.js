// META: fault=decrypt() works with a key that may only encrypt.
// META: requirement=decrypt-key-usage
"use strict";

mutate(
  SubtleCrypto.prototype,
  "decrypt",
  (decrypt) =>
    async function (...args) {
      const [algorithm, key, data] = args;
      if (!key.extractable || key.type !== "secret" || key.usages.join() !== "encrypt") {
        return Reflect.apply(decrypt, this, args);
      }
      const raw = await crypto.subtle.exportKey("raw", key);
      const able = await crypto.subtle.importKey("raw", raw, key.algorithm, true, ["decrypt"]);
      return Reflect.apply(decrypt, this, [algorithm, able, data]);
    },
);
