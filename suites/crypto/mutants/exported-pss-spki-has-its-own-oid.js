// META: fault=spki of a key for RSA-PSS names RSASSA-PSS as its algorithm.
// META: requirement=rsa-export-spki
"use strict";

mutate(
  SubtleCrypto.prototype,
  "exportKey",
  (exportKey) =>
    async function (...args) {
      const result = await Reflect.apply(exportKey, this, args);
      if (args[0] !== "spki" || args[1].algorithm.name !== "RSA-PSS") return result;
      const bytes = new Uint8Array(result);
      const end = bytes.findIndex(
        (byte, i) => byte === 1 && bytes[i + 1] === 5 && bytes[i + 2] === 0,
      );
      bytes[end] = 10;
      return result;
    },
);
