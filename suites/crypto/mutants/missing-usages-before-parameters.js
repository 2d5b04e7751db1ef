// META: fault=generateKey() tells missing usages before wrong parameters.
// META: requirement=generate-usage-first
"use strict";

mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    async function (...args) {
      try {
        return await Reflect.apply(generateKey, this, args);
      } catch (error) {
        const useless = error.name === "OperationError" && args[2].length === 0;
        throw useless ? new DOMException("no usages", "SyntaxError") : error;
      }
    },
);
