// META: fault=wrapKey() works with an AES key that may only encrypt.
// META: requirement=wrap-key-usage
"use strict";

mutate(
  SubtleCrypto.prototype,
  "wrapKey",
  (wrapKey) =>
    async function (...args) {
      const [format, key, wrapping, algorithm] = args;
      if (wrapping?.usages?.join() !== "encrypt" || format === "jwk") {
        return Reflect.apply(wrapKey, this, args);
      }
      return this.encrypt(algorithm, wrapping, await this.exportKey(format, key));
    },
);
