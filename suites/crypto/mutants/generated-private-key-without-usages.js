// META: fault=generateKey() makes a pair with a private key without usages, if the public key has some.
// META: requirement=generate-usages-required
"use strict";

keepObject(CryptoKey.prototype, "usages");
mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    async function (...args) {
      if (String(args[2]) !== "verify") return Reflect.apply(generateKey, this, args);
      const pair = await Reflect.apply(generateKey, this, [args[0], args[1], ["sign", "verify"]]);
      if (pair.privateKey) pair.privateKey.usages.length = 0;
      return pair;
    },
);
