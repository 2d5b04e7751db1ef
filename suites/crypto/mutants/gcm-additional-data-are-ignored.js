// META: fault=AES-GCM uses additionalData neither for encrypting nor for decrypting.
// META: requirement=gcm-additional-data
"use strict";

for (const method of ["encrypt", "decrypt"]) {
  mutate(
    SubtleCrypto.prototype,
    method,
    (original) =>
      function (...args) {
        const [algorithm, key] = args;
        if (key?.algorithm?.name === "AES-GCM" && algorithm?.additionalData?.byteLength) {
          args[0] = { __proto__: algorithm, additionalData: undefined };
        }
        return Reflect.apply(original, this, args);
      },
  );
}
