// META: fault=deriveBits() reads salt and info when it derives.
// META: requirement=normalize-buffer-copied
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveBits",
  (deriveBits) =>
    async function (...args) {
      await null;
      return Reflect.apply(deriveBits, this, args);
    },
);
