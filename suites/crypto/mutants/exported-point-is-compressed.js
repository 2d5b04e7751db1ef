// META: fault=raw of a key for ECDH on P-521 is the compressed point.
// META: requirement=ec-export-raw
"use strict";

mutate(
  SubtleCrypto.prototype,
  "exportKey",
  (exportKey) =>
    async function (...args) {
      const result = await Reflect.apply(exportKey, this, args);
      if (args[0] !== "raw" || args[1].algorithm.namedCurve !== "P-521") return result;
      const bytes = new Uint8Array(result);
      bytes[0] = 2 + (bytes.at(-1) & 1);
      return result.slice(0, 67);
    },
);
