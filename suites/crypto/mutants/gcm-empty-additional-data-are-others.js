// META: fault=AES-GCM takes additionalData of no bytes for a byte of zero.
// META: requirement=gcm-additional-data
"use strict";

mutate(
  SubtleCrypto.prototype,
  "decrypt",
  (decrypt) =>
    function (...args) {
      const [algorithm, key] = args;
      if (key?.algorithm?.name === "AES-GCM" && algorithm?.additionalData?.byteLength === 0) {
        args[0] = { __proto__: algorithm, additionalData: new Uint8Array(1) };
      }
      return Reflect.apply(decrypt, this, args);
    },
);
