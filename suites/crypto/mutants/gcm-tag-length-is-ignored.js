// META: fault=AES-GCM has tags of 128 bits, whatever tagLength says.
// META: requirement=gcm-tag-length
"use strict";

for (const method of ["encrypt", "decrypt"]) {
  mutate(
    SubtleCrypto.prototype,
    method,
    (original) =>
      function (...args) {
        const [algorithm, key] = args;
        if (key?.algorithm?.name === "AES-GCM" && algorithm?.tagLength > 95) {
          args[0] = { __proto__: algorithm, tagLength: Math.max(128, algorithm.tagLength) };
        }
        return Reflect.apply(original, this, args);
      },
  );
}
