// META: fault=AES-CTR counts up all 128 bits of the counter, whatever its length.
// META: requirement=ctr-wraps
"use strict";

for (const method of ["encrypt", "decrypt"]) {
  mutate(
    SubtleCrypto.prototype,
    method,
    (original) =>
      function (...args) {
        const [algorithm, key] = args;
        if (
          key?.algorithm?.name === "AES-CTR" &&
          algorithm?.length >= 1 &&
          algorithm.length < 128
        ) {
          args[0] = { __proto__: algorithm, length: 128 };
        }
        return Reflect.apply(original, this, args);
      },
  );
}
