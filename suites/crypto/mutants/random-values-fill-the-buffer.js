// META: fault=getRandomValues() fills the whole buffer of a small view.
// META: requirement=random-view-only
"use strict";

mutate(
  Crypto.prototype,
  "getRandomValues",
  (getRandomValues) =>
    function (...args) {
      const [view] = args;
      const result = Reflect.apply(getRandomValues, this, args);
      Reflect.apply(getRandomValues, this, [new Uint8Array(view.buffer).subarray(0, 65536)]);
      return result;
    },
);
