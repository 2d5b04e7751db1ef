// META: fault=digest() knows MD5.
// META: requirement=normalize-unknown
"use strict";

mutate(
  SubtleCrypto.prototype,
  "digest",
  (digest) =>
    async function (...args) {
      if (args[0] !== "MD5") return Reflect.apply(digest, this, args);
      return (await Reflect.apply(digest, this, ["SHA-1", args[1]])).slice(0, 16);
    },
);
