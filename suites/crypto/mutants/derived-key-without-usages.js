// META: fault=deriveKey() makes keys without usages.
// META: requirement=derive-key-usages-required
"use strict";

keepObject(CryptoKey.prototype, "usages");
mutate(
  SubtleCrypto.prototype,
  "deriveKey",
  (deriveKey) =>
    async function (...args) {
      if (String(args[4]) !== "") return Reflect.apply(deriveKey, this, args);
      args[4] = [args[2]?.name === "HMAC" ? "sign" : "wrapKey"];
      const key = await Reflect.apply(deriveKey, this, args);
      key.usages.length = 0;
      return key;
    },
);
