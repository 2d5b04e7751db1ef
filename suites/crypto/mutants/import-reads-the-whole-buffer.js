// META: fault=importKey() reads the whole buffer of a view.
// META: requirement=buffer-source-bytes
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    function (...args) {
      if (ArrayBuffer.isView(args[1])) args[1] = args[1].buffer;
      return Reflect.apply(importKey, this, args);
    },
);
