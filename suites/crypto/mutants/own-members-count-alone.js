// META: fault=generateKey() sees only the own members of an algorithm.
// META: requirement=normalize-inherited
// META: requirement=normalize-member-order
"use strict";

mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    async function (...args) {
      if (typeof args[0] === "object") args[0] = { ...args[0] };
      return Reflect.apply(generateKey, this, args);
    },
);
