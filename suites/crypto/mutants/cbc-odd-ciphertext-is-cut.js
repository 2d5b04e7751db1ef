// META: fault=decrypt() with AES-CBC ignores bytes behind the last whole block.
// META: requirement=cbc-decrypt-length
"use strict";

mutate(
  SubtleCrypto.prototype,
  "decrypt",
  (decrypt) =>
    function (...args) {
      const [, key, data] = args;
      if (key?.algorithm?.name === "AES-CBC" && data instanceof Uint8Array) {
        args[2] = data.slice(0, data.length - (data.length % 16));
      }
      return Reflect.apply(decrypt, this, args);
    },
);
