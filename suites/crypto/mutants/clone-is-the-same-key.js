// META: fault=structuredClone() gives the very key instead of another.
// META: requirement=key-clone
"use strict";

mutate(
  globalThis,
  "structuredClone",
  (clone) =>
    function (...args) {
      return args[0] instanceof CryptoKey ? args[0] : Reflect.apply(clone, this, args);
    },
);
