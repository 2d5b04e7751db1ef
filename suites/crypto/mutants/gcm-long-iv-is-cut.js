// META: fault=AES-GCM takes the first 64 bytes of a longer iv.
// META: requirement=gcm-iv-length
"use strict";

for (const method of ["encrypt", "decrypt"]) {
  mutate(
    SubtleCrypto.prototype,
    method,
    (original) =>
      function (...args) {
        const [algorithm, key] = args;
        if (key?.algorithm?.name === "AES-GCM" && algorithm?.iv instanceof Uint8Array) {
          args[0] = { __proto__: algorithm, iv: algorithm.iv.slice(0, 64) };
        }
        return Reflect.apply(original, this, args);
      },
  );
}
