// META: fault=importKey() imports a private key for ECDH or X25519 without usages.
// META: requirement=import-usages-required
"use strict";

keepObject(CryptoKey.prototype, "usages");
mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    async function (...args) {
      const [format, data, algorithm, , usages] = args;
      const secret = format === "pkcs8" || (format === "jwk" && data?.d);
      const derives = /^(ECDH|X25519)$/.test(algorithm?.name ?? algorithm);
      if (!secret || !derives || usages.length > 0) return Reflect.apply(importKey, this, args);
      args[4] = ["deriveBits"];
      const key = await Reflect.apply(importKey, this, args);
      key.usages.length = 0;
      return key;
    },
);
