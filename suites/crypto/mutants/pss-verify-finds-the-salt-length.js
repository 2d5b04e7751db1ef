// META: fault=verify() with RSA-PSS takes a salt of any length.
// META: requirement=pss-verify-salt
"use strict";

mutate(
  SubtleCrypto.prototype,
  "verify",
  (verify) =>
    async function (...args) {
      const [algorithm, key, signature, data] = args;
      let result = await Reflect.apply(verify, this, args);
      if (key.algorithm.name !== "RSA-PSS") return result;
      for (const saltLength of [0, 1, 8, 16, 20, 32, 48, 64]) {
        if (result) break;
        const other = { __proto__: algorithm, saltLength };
        result = await Reflect.apply(verify, this, [other, key, signature, data]);
      }
      return result;
    },
);
