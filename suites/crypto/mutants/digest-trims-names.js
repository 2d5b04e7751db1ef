// META: fault=digest() ignores spaces around a name.
// META: requirement=normalize-exact
"use strict";

mutate(
  SubtleCrypto.prototype,
  "digest",
  (digest) =>
    function (...args) {
      if (typeof args[0] === "string") args[0] = args[0].trim();
      return Reflect.apply(digest, this, args);
    },
);
