// META: fault=generateKey() takes an object without name for one with an unknown name.
// META: requirement=normalize-name-required
"use strict";

mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    function (...args) {
      if (Object(args[0]) === args[0] && !("name" in args[0])) args[0] = "undefined";
      return Reflect.apply(generateKey, this, args);
    },
);
