// META: fault=A negative saltLength of RSA-PSS is taken modulo 2^32.
// META: requirement=normalize-enforce-range
"use strict";

mutate(
  SubtleCrypto.prototype,
  "sign",
  (sign) =>
    function (...args) {
      if (args[0]?.saltLength < 0) {
        args[0] = { __proto__: args[0], saltLength: args[0].saltLength >>> 0 };
      }
      return Reflect.apply(sign, this, args);
    },
);
