// META: fault=encrypt() with a key without the usage encrypt fails with NotSupportedError.
// META: requirement=encrypt-key-usage
"use strict";

mutate(
  SubtleCrypto.prototype,
  "encrypt",
  (encrypt) =>
    async function (...args) {
      try {
        return await Reflect.apply(encrypt, this, args);
      } catch (error) {
        const unable = error.name === "InvalidAccessError" && !args[1].usages.includes("encrypt");
        throw unable ? new DOMException(error.message, "NotSupportedError") : error;
      }
    },
);
