// META: fault=digest() fails with TypeError for a third argument.
// META: requirement=subtle-ignores-more-arguments
"use strict";

mutate(
  SubtleCrypto.prototype,
  "digest",
  (digest) =>
    async function (...args) {
      if (args.length > 2) throw new TypeError("too many arguments");
      return Reflect.apply(digest, this, args);
    },
);
