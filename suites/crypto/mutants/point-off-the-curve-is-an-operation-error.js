// META: fault=importKey() fails with OperationError for raw that is no point of the curve.
// META: requirement=ec-import-raw-data
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    async function (...args) {
      try {
        return await Reflect.apply(importKey, this, args);
      } catch (error) {
        const wrong = error.name === "DataError" && args[0] === "raw" && args[2].namedCurve;
        throw wrong ? new DOMException(error.message, "OperationError") : error;
      }
    },
);
