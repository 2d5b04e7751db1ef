// META: fault=A JSON Web Key that is wrapped has no key_ops.
// META: requirement=wrap-jwk
"use strict";

mutate(
  SubtleCrypto.prototype,
  "wrapKey",
  (wrapKey) =>
    async function (...args) {
      const [format, key, wrapping, algorithm] = args;
      const { name } = wrapping?.algorithm ?? {};
      if (format !== "jwk" || !/^AES-(CBC|CTR|GCM)$/.test(name) || !wrapping.extractable) {
        return Reflect.apply(wrapKey, this, args);
      }
      const { key_ops, ...jwk } = await this.exportKey("jwk", key);
      const raw = await this.exportKey("raw", wrapping);
      const encrypting = await this.importKey("raw", raw, name, false, ["encrypt"]);
      return this.encrypt(algorithm, encrypting, new TextEncoder().encode(JSON.stringify(jwk)));
    },
);
