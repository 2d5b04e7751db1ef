// META: fault=getRandomValues() returns a new view of the same bytes.
// META: requirement=random-returns-argument
"use strict";

mutate(
  Crypto.prototype,
  "getRandomValues",
  (getRandomValues) =>
    function (...args) {
      return Reflect.apply(getRandomValues, this, args).subarray(0);
    },
);
