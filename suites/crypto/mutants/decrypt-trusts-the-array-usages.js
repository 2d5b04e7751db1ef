// META: fault=decrypt() fails once the page has taken decrypt out of the key's array usages.
// META: requirement=key-usages-apart
"use strict";

keepObject(CryptoKey.prototype, "usages");
mutate(
  SubtleCrypto.prototype,
  "decrypt",
  (decrypt) =>
    async function (...args) {
      const data = await Reflect.apply(decrypt, this, args);
      if (args[1].usages.includes("decrypt")) return data;
      throw new DOMException("not among the usages", "InvalidAccessError");
    },
);
