// META: fault=deriveBits() fails with OperationError for a hash that is no digest.
// META: requirement=normalize-hash-unknown
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveBits",
  (deriveBits) =>
    async function (...args) {
      try {
        return await Reflect.apply(deriveBits, this, args);
      } catch (error) {
        const named = error.name === "NotSupportedError" && Object(args[0]).hash !== undefined;
        throw named ? new DOMException(error.message, "OperationError") : error;
      }
    },
);
