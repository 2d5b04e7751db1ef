// META: fault=generateKey() makes AES keys without usages.
// META: requirement=generate-usages-required
"use strict";

keepObject(CryptoKey.prototype, "usages");
mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    async function (...args) {
      const useless = Array.isArray(args[2]) && args[2].length === 0;
      if (!useless || !/^AES-/.test(args[0]?.name)) return Reflect.apply(generateKey, this, args);
      args[2] = ["wrapKey"];
      const key = await Reflect.apply(generateKey, this, args);
      key.usages.length = 0;
      return key;
    },
);
