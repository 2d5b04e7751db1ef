// META: fault=The quota of getRandomValues() counts the bytes of the buffer, not those of the view.
// META: requirement=random-quota-limit
"use strict";

mutate(
  Crypto.prototype,
  "getRandomValues",
  (getRandomValues) =>
    function (...args) {
      const [view] = args;
      const refused = view?.buffer?.byteLength > 65536 ? new Uint8Array(65537) : view;
      return Reflect.apply(getRandomValues, this, [refused]);
    },
);
