// META: fault=digest() fails with TypeError for a detached buffer.
// META: requirement=buffer-source-detached
"use strict";

mutate(
  SubtleCrypto.prototype,
  "digest",
  (digest) =>
    async function (...args) {
      if (args[1] instanceof ArrayBuffer && args[1].byteLength === 0) {
        try {
          new Uint8Array(args[1]);
        } catch {
          throw new TypeError("detached");
        }
      }
      return Reflect.apply(digest, this, args);
    },
);
