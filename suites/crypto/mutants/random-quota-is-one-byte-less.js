// META: fault=getRandomValues() refuses 65536 bytes.
// META: requirement=random-quota-limit
"use strict";

mutate(
  Crypto.prototype,
  "getRandomValues",
  (getRandomValues) =>
    function (...args) {
      const [view] = args;
      const refused = view?.byteLength === 65536 ? new Uint8Array(65537) : view;
      return Reflect.apply(getRandomValues, this, [refused]);
    },
);
