// META: fault=getRandomValues() refuses a Uint8ClampedArray.
// META: requirement=random-fills
"use strict";

mutate(
  Crypto.prototype,
  "getRandomValues",
  (getRandomValues) =>
    function (...args) {
      const [view] = args;
      if (view instanceof Uint8ClampedArray) throw new DOMException("clamped", "TypeMismatchError");
      return Reflect.apply(getRandomValues, this, args);
    },
);
