// META: fault=The lowest bit of each byte of getRandomValues() is 1.
// META: requirement=random-fills
"use strict";

mutate(
  Crypto.prototype,
  "getRandomValues",
  (getRandomValues) =>
    function (...args) {
      const [view] = args;
      const result = Reflect.apply(getRandomValues, this, args);
      const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
      bytes.forEach((byte, i) => {
        bytes[i] = byte | 1;
      });
      return result;
    },
);
