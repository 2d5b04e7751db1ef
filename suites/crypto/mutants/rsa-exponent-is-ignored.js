// META: fault=generateKey() makes RSA keys with the exponent 65537 where 3 was asked for.
// META: requirement=rsa-generate-modulus
"use strict";

keepObject(CryptoKey.prototype, "algorithm");
mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    async function (...args) {
      const exponent = Object.getOwnPropertyDescriptor(Object(args[0]), "publicExponent")?.value;
      if (!(exponent instanceof Uint8Array) || exponent.join() !== "3") {
        return Reflect.apply(generateKey, this, args);
      }
      args[0] = { __proto__: args[0], publicExponent: new Uint8Array([1, 0, 1]) };
      const pair = await Reflect.apply(generateKey, this, args);
      for (const key of Object.values(pair)) key.algorithm.publicExponent = exponent.slice();
      return pair;
    },
);
