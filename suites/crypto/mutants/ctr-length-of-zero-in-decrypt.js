// META: fault=decrypt() with AES-CTR takes a length of 0 for 128.
// META: requirement=ctr-length-range
"use strict";

mutate(
  SubtleCrypto.prototype,
  "decrypt",
  (decrypt) =>
    function (...args) {
      const [algorithm, key] = args;
      if (key?.algorithm?.name === "AES-CTR" && algorithm?.length === 0) {
        args[0] = { __proto__: algorithm, length: 128 };
      }
      return Reflect.apply(decrypt, this, args);
    },
);
