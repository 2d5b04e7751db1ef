// META: fault=The usages of a generated secret key are in the order of the call.
// META: requirement=key-usages-normalized
// META: requirement=generate-usages
"use strict";

keepObject(CryptoKey.prototype, "usages");
mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    async function (...args) {
      const key = await Reflect.apply(generateKey, this, args);
      key.usages?.sort((a, b) => args[2].indexOf(a) - args[2].indexOf(b));
      return key;
    },
);
