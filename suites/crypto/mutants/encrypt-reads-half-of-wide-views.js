// META: fault=encrypt() reads as many bytes of a view as it has elements.
// META: requirement=buffer-source-bytes
"use strict";

mutate(
  SubtleCrypto.prototype,
  "encrypt",
  (encrypt) =>
    function (...args) {
      const [, , view] = args;
      if (view?.BYTES_PER_ELEMENT > 1) {
        args[2] = new Uint8Array(view.buffer, view.byteOffset, view.length);
      }
      return Reflect.apply(encrypt, this, args);
    },
);
