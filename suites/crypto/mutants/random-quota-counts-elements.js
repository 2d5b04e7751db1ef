// META: fault=The quota of getRandomValues() counts elements instead of bytes.
// META: requirement=random-quota
"use strict";

mutate(
  Crypto.prototype,
  "getRandomValues",
  (getRandomValues) =>
    function (...args) {
      const [view] = args;
      if (!(view instanceof Uint16Array) || view.length > 65536) {
        return Reflect.apply(getRandomValues, this, args);
      }
      const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
      for (let i = 0; i < bytes.length; i += 65536) {
        Reflect.apply(getRandomValues, this, [bytes.subarray(i, i + 65536)]);
      }
      return view;
    },
);
