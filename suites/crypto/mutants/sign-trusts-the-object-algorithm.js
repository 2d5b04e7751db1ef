// META: fault=sign() fails if the page has written another name into the key's object algorithm.
// META: requirement=key-algorithm-apart
"use strict";

keepObject(CryptoKey.prototype, "algorithm");
const names = ["HMAC", "ECDSA", "Ed25519", "RSA-PSS", "RSASSA-PKCS1-v1_5"];
mutate(
  SubtleCrypto.prototype,
  "sign",
  (sign) =>
    async function (...args) {
      const signature = await Reflect.apply(sign, this, args);
      if (names.includes(args[1].algorithm.name)) return signature;
      throw new DOMException("another algorithm", "InvalidAccessError");
    },
);
