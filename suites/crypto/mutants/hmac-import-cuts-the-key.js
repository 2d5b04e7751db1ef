// META: fault=importKey() cuts the data of an HMAC key to a length that is shorter by bytes.
// META: requirement=hmac-import-length-error
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    function (...args) {
      const [format, data, algorithm] = args;
      if (format === "raw" && algorithm?.name === "HMAC" && algorithm.length > 0) {
        if (data instanceof Uint8Array) args[1] = data.slice(0, Math.ceil(algorithm.length / 8));
      }
      return Reflect.apply(importKey, this, args);
    },
);
