// META: fault=wrapKey() of a key that isn't extractable fails with NotSupportedError.
// META: requirement=wrap-extractable
"use strict";

mutate(
  SubtleCrypto.prototype,
  "wrapKey",
  (wrapKey) =>
    async function (...args) {
      try {
        return await Reflect.apply(wrapKey, this, args);
      } catch (error) {
        const hidden = error.name === "InvalidAccessError" && !args[1].extractable;
        throw hidden ? new DOMException(error.message, "NotSupportedError") : error;
      }
    },
);
