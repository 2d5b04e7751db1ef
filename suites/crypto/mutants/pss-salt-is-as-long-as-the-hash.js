// META: fault=sign() with RSA-PSS takes a salt as long as the hash, whatever saltLength says.
// META: requirement=pss-sign
"use strict";

mutate(
  SubtleCrypto.prototype,
  "sign",
  (sign) =>
    function (...args) {
      const { name, hash } = args[1]?.algorithm ?? {};
      if (name === "RSA-PSS" && args[0]?.saltLength > 0) {
        const bits = hash.name === "SHA-1" ? 160 : Number(hash.name.slice(4));
        args[0] = { __proto__: args[0], saltLength: bits / 8 };
      }
      return Reflect.apply(sign, this, args);
    },
);
