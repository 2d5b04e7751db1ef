// META: fault=encrypt() with AES-CBC refuses a dictionary with another member than name and iv.
// META: requirement=normalize-extra-members
"use strict";

mutate(
  SubtleCrypto.prototype,
  "encrypt",
  (encrypt) =>
    async function (...args) {
      const extra = Object.keys(Object(args[0])).some((key) => key !== "name" && key !== "iv");
      if (extra && args[1]?.algorithm?.name === "AES-CBC") throw new TypeError("unknown member");
      return Reflect.apply(encrypt, this, args);
    },
);
