// META: fault=deriveBits() requires a length, as it once had to.
// META: requirement=derive-bits-length-default
// META: requirement=subtle-method-length
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveBits",
  (deriveBits) =>
    async function (...args) {
      if (args.length < 3) throw new TypeError("3 arguments required");
      return Reflect.apply(deriveBits, this, args);
    },
);
