// META: fault=encrypt() takes an array of numbers for iv.
// META: requirement=normalize-member-type
"use strict";

mutate(
  SubtleCrypto.prototype,
  "encrypt",
  (encrypt) =>
    function (...args) {
      const [algorithm] = args;
      if (Array.isArray(algorithm?.iv)) {
        args[0] = { __proto__: algorithm, iv: new Uint8Array(algorithm.iv) };
      }
      return Reflect.apply(encrypt, this, args);
    },
);
