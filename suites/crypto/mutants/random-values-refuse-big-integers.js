// META: fault=getRandomValues() refuses a BigInt64Array.
// META: requirement=random-fills
"use strict";

mutate(
  Crypto.prototype,
  "getRandomValues",
  (getRandomValues) =>
    function (...args) {
      const [view] = args;
      if (view instanceof BigInt64Array) throw new DOMException("no integers", "TypeMismatchError");
      return Reflect.apply(getRandomValues, this, args);
    },
);
