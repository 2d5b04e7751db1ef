// META: fault=sign() reads the whole buffer of a view.
// META: requirement=buffer-source-bytes
"use strict";

mutate(
  SubtleCrypto.prototype,
  "sign",
  (sign) =>
    function (...args) {
      if (ArrayBuffer.isView(args[2])) args[2] = args[2].buffer;
      return Reflect.apply(sign, this, args);
    },
);
