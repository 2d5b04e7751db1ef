// META: fault=importKey() ignores bytes behind the structure in spki.
// META: requirement=ec-import-spki-data
// META: requirement=rsa-import-spki-data
// Node.js does so itself: there, no subtest that passes can notice it.
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    function (...args) {
      const [format, data] = args;
      if (format === "spki" && data instanceof Uint8Array && data[0] === 0x30) {
        const length = data[1] < 0x80 ? 2 + data[1] : 4 + 256 * data[2] + data[3];
        if (data[1] < 0x80 || data[1] === 0x82) args[1] = data.slice(0, length);
      }
      return Reflect.apply(importKey, this, args);
    },
);
