// META: fault=decrypt() with AES-CBC fills a shorter iv up with zeros.
// META: requirement=cbc-decrypt-iv
"use strict";

mutate(
  SubtleCrypto.prototype,
  "decrypt",
  (decrypt) =>
    function (...args) {
      const [algorithm, key] = args;
      if (key?.algorithm?.name === "AES-CBC" && algorithm?.iv instanceof Uint8Array) {
        if (algorithm.iv.length < 16) {
          const iv = new Uint8Array(16);
          iv.set(algorithm.iv);
          args[0] = { __proto__: algorithm, iv };
        }
      }
      return Reflect.apply(decrypt, this, args);
    },
);
