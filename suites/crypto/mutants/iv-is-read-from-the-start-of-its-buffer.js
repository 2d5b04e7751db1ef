// META: fault=encrypt() forgets the offset of the view that is the iv.
// META: requirement=buffer-source-bytes
"use strict";

mutate(
  SubtleCrypto.prototype,
  "encrypt",
  (encrypt) =>
    function (...args) {
      const iv = Object.getOwnPropertyDescriptor(Object(args[0]), "iv")?.value;
      if (iv?.byteOffset > 0) {
        args[0] = { __proto__: args[0], iv: new Uint8Array(iv.buffer, 0, iv.byteLength) };
      }
      return Reflect.apply(encrypt, this, args);
    },
);
