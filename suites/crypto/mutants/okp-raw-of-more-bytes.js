// META: fault=importKey() takes the first 32 bytes of longer raw data for Ed25519 or X25519.
// META: requirement=okp-import-raw-length
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    function (...args) {
      if (args[0] === "raw" && /^(Ed|X)25519$/.test(args[2]?.name ?? args[2])) {
        const bytes = ArrayBuffer.isView(args[1])
          ? new Uint8Array(args[1].buffer, args[1].byteOffset, args[1].byteLength)
          : new Uint8Array(args[1]);
        args[1] = bytes.slice(0, 32);
      }
      return Reflect.apply(importKey, this, args);
    },
);
