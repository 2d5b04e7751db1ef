// META: fault=getRandomValues() takes a DataView.
// META: requirement=random-type-mismatch
"use strict";

mutate(
  Crypto.prototype,
  "getRandomValues",
  (getRandomValues) =>
    function (...args) {
      const [view] = args;
      if (!(view instanceof DataView)) return Reflect.apply(getRandomValues, this, args);
      const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
      Reflect.apply(getRandomValues, this, [bytes]);
      return view;
    },
);
