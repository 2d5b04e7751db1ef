// META: fault=digest() transfers the buffer that it was given.
// META: requirement=digest-data-kept
"use strict";

mutate(
  SubtleCrypto.prototype,
  "digest",
  (digest) =>
    function (...args) {
      const result = Reflect.apply(digest, this, args);
      if (args[1] instanceof ArrayBuffer) structuredClone(args[1], { transfer: [args[1]] });
      return result;
    },
);
