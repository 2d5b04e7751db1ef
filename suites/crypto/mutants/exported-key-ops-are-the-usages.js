// META: fault=The key_ops of an exported JSON Web Key are the very array usages of the key.
// META: requirement=export-jwk-fresh
"use strict";

keepObject(CryptoKey.prototype, "usages");
mutate(
  SubtleCrypto.prototype,
  "exportKey",
  (exportKey) =>
    async function (...args) {
      const result = await Reflect.apply(exportKey, this, args);
      if (args[0] === "jwk") result.key_ops = args[1].usages;
      return result;
    },
);
