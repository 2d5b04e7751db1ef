// META: fault=structuredClone() knows keys, but not keys inside of other objects.
// META: requirement=key-clone
"use strict";

mutate(
  globalThis,
  "structuredClone",
  (clone) =>
    function (...args) {
      const inner = Object(args[0]) === args[0] ? Object.values(args[0]) : [];
      if (inner.some((value) => value instanceof CryptoKey)) {
        throw new DOMException("a key", "DataCloneError");
      }
      return Reflect.apply(clone, this, args);
    },
);
