// META: fault=sign() works once the page has written sign into the key's array usages.
// META: requirement=key-usages-apart
"use strict";

keepObject(CryptoKey.prototype, "usages");
mutate(
  SubtleCrypto.prototype,
  "sign",
  (sign) =>
    async function (algorithm, key, data) {
      const copy = data instanceof Uint8Array ? data.slice() : data;
      let allowed = key;
      if (key.type === "secret" && key.extractable && key.usages.includes("sign")) {
        const raw = await crypto.subtle.exportKey("raw", key);
        allowed = await crypto.subtle.importKey("raw", raw, key.algorithm, true, ["sign"]);
      }
      return Reflect.apply(sign, this, [algorithm, allowed, copy]);
    },
);
