// META: fault=getRandomValues() works in words of four bytes and leaves the rest of a view zero.
// META: requirement=random-fills
"use strict";

mutate(
  Crypto.prototype,
  "getRandomValues",
  (getRandomValues) =>
    function (...args) {
      const [view] = args;
      const result = Reflect.apply(getRandomValues, this, args);
      const rest = view.byteLength % 4;
      new Uint8Array(view.buffer, view.byteOffset + view.byteLength - rest, rest).fill(0);
      return result;
    },
);
