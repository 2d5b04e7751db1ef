// META: fault=unwrapKey() makes AES keys without usages.
// META: requirement=unwrap-usages-required
"use strict";

keepObject(CryptoKey.prototype, "usages");
mutate(
  SubtleCrypto.prototype,
  "unwrapKey",
  (unwrapKey) =>
    async function (...args) {
      if (String(args[6]) !== "" || !/^AES-/.test(args[4]?.name ?? args[4])) {
        return Reflect.apply(unwrapKey, this, args);
      }
      args[6] = ["wrapKey"];
      const key = await Reflect.apply(unwrapKey, this, args);
      key.usages.length = 0;
      return key;
    },
);
