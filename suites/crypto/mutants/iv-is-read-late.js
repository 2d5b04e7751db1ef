// META: fault=encrypt() copies its data at once, and the iv when it encrypts.
// META: requirement=normalize-buffer-copied
"use strict";

mutate(
  SubtleCrypto.prototype,
  "encrypt",
  (encrypt) =>
    async function (...args) {
      const [, , data] = args;
      if (data instanceof Uint8Array) args[2] = data.slice();
      await null;
      return Reflect.apply(encrypt, this, args);
    },
);
