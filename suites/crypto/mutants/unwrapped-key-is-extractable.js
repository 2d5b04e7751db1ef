// META: fault=An unwrapped key is extractable whether asked for or not, if it was wrapped as raw.
// META: requirement=unwrap-extractable
"use strict";

mutate(
  SubtleCrypto.prototype,
  "unwrapKey",
  (unwrapKey) =>
    function (...args) {
      if (args[0] === "raw") args[5] = true;
      return Reflect.apply(unwrapKey, this, args);
    },
);
