// META: fault=verify() works with an HMAC key that may only sign.
// META: requirement=verify-key-usage
"use strict";

mutate(
  SubtleCrypto.prototype,
  "verify",
  (verify) =>
    async function (...args) {
      const [algorithm, key, signature, data] = args;
      if (!key.extractable || key.type !== "secret" || key.usages.join() !== "sign") {
        return Reflect.apply(verify, this, args);
      }
      const raw = await crypto.subtle.exportKey("raw", key);
      const able = await crypto.subtle.importKey("raw", raw, key.algorithm, true, ["verify"]);
      return Reflect.apply(verify, this, [algorithm, able, signature, data]);
    },
);
