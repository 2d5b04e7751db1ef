// META: fault=digest() reads its data when it hashes.
// META: requirement=digest-data-copied
"use strict";

mutate(
  SubtleCrypto.prototype,
  "digest",
  (digest) =>
    async function (...args) {
      await null;
      return Reflect.apply(digest, this, args);
    },
);
