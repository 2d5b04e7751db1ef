// META: fault=digest() works on whatever object it is called on.
// META: requirement=crypto-brand-checks
"use strict";

mutate(
  SubtleCrypto.prototype,
  "digest",
  (digest) =>
    function (...args) {
      return Reflect.apply(digest, crypto.subtle, args);
    },
);
