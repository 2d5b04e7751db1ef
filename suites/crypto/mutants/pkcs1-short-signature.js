// META: fault=verify() with RSASSA-PKCS1-v1_5 fills a signature that is too short up with zeros.
// META: requirement=rsassa-verify-false
"use strict";

mutate(
  SubtleCrypto.prototype,
  "verify",
  (verify) =>
    function (...args) {
      const { name, modulusLength } = args[1]?.algorithm ?? {};
      if (name === "RSASSA-PKCS1-v1_5" && args[2]?.byteLength < modulusLength / 8) {
        const { buffer = args[2], byteOffset = 0, byteLength } = args[2];
        const filled = new Uint8Array(modulusLength / 8);
        filled.set(new Uint8Array(buffer, byteOffset, byteLength), filled.length - byteLength);
        args[2] = filled;
      }
      return Reflect.apply(verify, this, args);
    },
);
