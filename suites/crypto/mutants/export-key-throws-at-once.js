// META: fault=exportKey() throws for an unknown format, where its promise should be rejected.
// META: requirement=subtle-promise-errors
"use strict";

mutate(
  SubtleCrypto.prototype,
  "exportKey",
  (exportKey) =>
    function (...args) {
      if (!/^(raw(-.*)?|spki|pkcs8|jwk)$/.test(args[0])) throw new TypeError("unknown format");
      return Reflect.apply(exportKey, this, args);
    },
);
