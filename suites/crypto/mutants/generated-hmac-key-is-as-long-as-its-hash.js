// META: fault=A generated HMAC key without length has as many bits as its hash, not its block.
// META: requirement=hmac-generate-default
"use strict";

mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    function (...args) {
      const hash = Object.getOwnPropertyDescriptor(Object(args[0]), "hash")?.value;
      if (args[0]?.name === "HMAC" && !("length" in args[0]) && /^SHA-\d+$/.test(hash)) {
        args[0] = { name: "HMAC", hash, length: hash === "SHA-1" ? 160 : Number(hash.slice(4)) };
      }
      return Reflect.apply(generateKey, this, args);
    },
);
