// META: fault=The length of an AES key to generate is taken modulo 65536.
// META: requirement=normalize-enforce-range
"use strict";

mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    function (...args) {
      const [algorithm] = args;
      const length = Object.getOwnPropertyDescriptor(Object(algorithm), "length")?.value;
      if (/^AES-/.test(algorithm?.name) && length >= 65536) {
        args[0] = { __proto__: algorithm, length: length % 65536 };
      }
      return Reflect.apply(generateKey, this, args);
    },
);
