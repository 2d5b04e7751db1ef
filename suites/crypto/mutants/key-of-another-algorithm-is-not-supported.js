// META: fault=verify() with a key of another algorithm fails with NotSupportedError.
// META: requirement=verify-key-algorithm
"use strict";

mutate(
  SubtleCrypto.prototype,
  "verify",
  (verify) =>
    async function (...args) {
      try {
        return await Reflect.apply(verify, this, args);
      } catch (error) {
        const name = typeof args[0] === "string" ? args[0] : args[0].name;
        if (error.name !== "InvalidAccessError" || args[1].algorithm.name === name) throw error;
        throw new DOMException(error.message, "NotSupportedError");
      }
    },
);
