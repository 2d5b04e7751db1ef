// META: fault=generateKey() refuses a length that is a string of digits.
// META: requirement=normalize-number-converted
"use strict";

mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    async function (...args) {
      const length = Object.getOwnPropertyDescriptor(Object(args[0]), "length")?.value;
      if (typeof length === "string") throw new TypeError("no number");
      return Reflect.apply(generateKey, this, args);
    },
);
