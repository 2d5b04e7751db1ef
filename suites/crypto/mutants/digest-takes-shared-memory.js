// META: fault=digest() takes a SharedArrayBuffer itself, though no view of one.
// META: requirement=buffer-source-shared
"use strict";

mutate(
  SubtleCrypto.prototype,
  "digest",
  (digest) =>
    function (...args) {
      const kind = Object.prototype.toString.call(args[1]);
      if (kind === "[object SharedArrayBuffer]") args[1] = new Uint8Array(args[1]).slice();
      return Reflect.apply(digest, this, args);
    },
);
