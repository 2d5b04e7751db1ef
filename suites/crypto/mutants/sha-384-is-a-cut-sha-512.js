// META: fault=digest() with SHA-384 gives the first bytes of SHA-512.
// META: requirement=sha-384
"use strict";

mutate(
  SubtleCrypto.prototype,
  "digest",
  (digest) =>
    async function (...args) {
      const result = await Reflect.apply(digest, this, args);
      if (args[0] !== "SHA-384") return result;
      return (await Reflect.apply(digest, this, ["SHA-512", args[1]])).slice(0, 48);
    },
);
