// META: fault=getRandomValues() works on whatever object it is called on.
// META: requirement=crypto-brand-checks
"use strict";

mutate(
  Crypto.prototype,
  "getRandomValues",
  (getRandomValues) =>
    function (...args) {
      return Reflect.apply(getRandomValues, crypto, args);
    },
);
