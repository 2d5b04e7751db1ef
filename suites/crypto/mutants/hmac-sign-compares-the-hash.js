// META: fault=sign() with HMAC fails if another hash is given than that of the key.
// META: requirement=hmac-sign-key-hash
"use strict";

mutate(
  SubtleCrypto.prototype,
  "sign",
  (sign) =>
    async function (...args) {
      const result = await Reflect.apply(sign, this, args);
      const { name, hash } = args[1].algorithm;
      const given = Object(args[0]).hash;
      if (name !== "HMAC" || given === undefined || given === hash.name) return result;
      throw new DOMException("another hash", "InvalidAccessError");
    },
);
