// META: fault=digest() copies the data before it converts the algorithm.
// META: requirement=digest-copy-time
"use strict";

mutate(
  SubtleCrypto.prototype,
  "digest",
  (digest) =>
    function (...args) {
      if (args[1] instanceof Uint8Array) args[1] = args[1].slice();
      return Reflect.apply(digest, this, args);
    },
);
