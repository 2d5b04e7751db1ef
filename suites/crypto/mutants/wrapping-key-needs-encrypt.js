// META: fault=wrapKey() with RSA-OAEP needs a key that may encrypt, too.
// META: requirement=wrap-key-usage
// META: requirement=wrap-encrypts
"use strict";

mutate(
  SubtleCrypto.prototype,
  "wrapKey",
  (wrapKey) =>
    async function (...args) {
      const wrapped = await Reflect.apply(wrapKey, this, args);
      const { algorithm, usages } = args[2];
      if (algorithm.name !== "RSA-OAEP" || usages.includes("encrypt")) return wrapped;
      throw new DOMException("can't encrypt", "InvalidAccessError");
    },
);
