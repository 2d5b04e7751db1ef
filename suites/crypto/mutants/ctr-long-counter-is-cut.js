// META: fault=AES-CTR takes the first 16 bytes of a longer counter.
// META: requirement=ctr-counter-length
"use strict";

mutate(
  SubtleCrypto.prototype,
  "encrypt",
  (encrypt) =>
    function (...args) {
      const [algorithm, key] = args;
      if (key?.algorithm?.name === "AES-CTR" && algorithm?.counter instanceof Uint8Array) {
        args[0] = { __proto__: algorithm, counter: algorithm.counter.slice(0, 16) };
      }
      return Reflect.apply(encrypt, this, args);
    },
);
