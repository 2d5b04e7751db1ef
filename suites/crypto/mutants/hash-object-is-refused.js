// META: fault=generateKey() refuses a hash that is an object with a name.
// META: requirement=normalize-hash
"use strict";

mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    async function (...args) {
      const hash = Object.getOwnPropertyDescriptor(Object(args[0]), "hash")?.value;
      if (Object(hash) === hash) throw new TypeError("no string");
      return Reflect.apply(generateKey, this, args);
    },
);
