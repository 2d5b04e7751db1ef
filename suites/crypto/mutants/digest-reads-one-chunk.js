// META: fault=digest() reads no more than 65536 bytes.
// META: requirement=sha-256
// META: requirement=sha-512
"use strict";

mutate(
  SubtleCrypto.prototype,
  "digest",
  (digest) =>
    function (...args) {
      const [, data] = args;
      if (data instanceof Uint8Array && data.length > 65536) args[1] = data.slice(0, 65536);
      return Reflect.apply(digest, this, args);
    },
);
