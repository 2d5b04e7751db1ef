// META: fault=digest() throws for missing arguments, where its promise should be rejected.
// META: requirement=subtle-promise-errors
"use strict";

mutate(
  SubtleCrypto.prototype,
  "digest",
  (digest) =>
    function (...args) {
      if (args.length < 2) throw new TypeError("2 arguments required");
      return Reflect.apply(digest, this, args);
    },
);
