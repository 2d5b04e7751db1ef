// META: fault=sign() takes a string for its bytes in UTF-8.
// META: requirement=buffer-source-required
"use strict";

mutate(
  SubtleCrypto.prototype,
  "sign",
  (sign) =>
    function (...args) {
      if (typeof args[2] === "string") args[2] = new TextEncoder().encode(args[2]);
      return Reflect.apply(sign, this, args);
    },
);
