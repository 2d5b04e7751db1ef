// META: fault=digest() knows SHA256 as a name of SHA-256.
// META: requirement=normalize-exact
"use strict";

mutate(
  SubtleCrypto.prototype,
  "digest",
  (digest) =>
    function (...args) {
      if (args[0] === "SHA256") args[0] = "SHA-256";
      return Reflect.apply(digest, this, args);
    },
);
