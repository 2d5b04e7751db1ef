// META: fault=encrypt() takes an array of numbers for bytes.
// META: requirement=buffer-source-required
"use strict";

mutate(
  SubtleCrypto.prototype,
  "encrypt",
  (encrypt) =>
    function (...args) {
      if (Array.isArray(args[2])) args[2] = new Uint8Array(args[2]);
      return Reflect.apply(encrypt, this, args);
    },
);
