// META: fault=encrypt() with AES-CBC takes the first 16 bytes of a longer iv.
// META: requirement=cbc-encrypt-iv
"use strict";

mutate(
  SubtleCrypto.prototype,
  "encrypt",
  (encrypt) =>
    function (...args) {
      const [algorithm, key] = args;
      if (key?.algorithm?.name === "AES-CBC" && algorithm?.iv instanceof Uint8Array) {
        args[0] = { __proto__: algorithm, iv: algorithm.iv.slice(0, 16) };
      }
      return Reflect.apply(encrypt, this, args);
    },
);
