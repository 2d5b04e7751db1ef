// META: fault=getRandomValues() takes a Float16Array, whose elements it forgot.
// META: requirement=random-type-mismatch
"use strict";

const HalfFloats = Float16Array;
mutate(
  Crypto.prototype,
  "getRandomValues",
  (getRandomValues) =>
    function (...args) {
      const [view] = args;
      if (!(view instanceof HalfFloats)) return Reflect.apply(getRandomValues, this, args);
      const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
      Reflect.apply(getRandomValues, this, [bytes]);
      return view;
    },
);
