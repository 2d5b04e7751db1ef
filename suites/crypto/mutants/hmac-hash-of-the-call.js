// META: fault=verify() with HMAC gives false if another hash is given than that of the key.
// META: requirement=hmac-sign-key-hash
"use strict";

mutate(
  SubtleCrypto.prototype,
  "verify",
  (verify) =>
    async function (...args) {
      const result = await Reflect.apply(verify, this, args);
      const { name, hash } = args[1].algorithm;
      const given = Object(args[0]).hash;
      return result && (name !== "HMAC" || given === undefined || given === hash.name);
    },
);
