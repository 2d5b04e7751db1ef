// META: fault=decrypt() with RSA-OAEP takes a ciphertext with a byte of zero too much in front.
// META: requirement=oaep-decrypt-failure
"use strict";

mutate(
  SubtleCrypto.prototype,
  "decrypt",
  (decrypt) =>
    function (...args) {
      const { name, modulusLength } = args[1]?.algorithm ?? {};
      const [, , data] = args;
      if (name === "RSA-OAEP" && data instanceof Uint8Array && data[0] === 0) {
        if (data.length === modulusLength / 8 + 1) args[2] = data.slice(1);
      }
      return Reflect.apply(decrypt, this, args);
    },
);
