// META: fault=importKey() sees only the own members of an algorithm.
// META: requirement=normalize-inherited
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    async function (...args) {
      if (typeof args[2] === "object") args[2] = { ...args[2] };
      return Reflect.apply(importKey, this, args);
    },
);
