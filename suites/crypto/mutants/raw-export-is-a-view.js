// META: fault=exportKey() gives a Uint8Array for the format raw.
// META: requirement=export-result
"use strict";

mutate(
  SubtleCrypto.prototype,
  "exportKey",
  (exportKey) =>
    async function (...args) {
      const result = await Reflect.apply(exportKey, this, args);
      return args[0] === "raw" ? new Uint8Array(result) : result;
    },
);
