// META: fault=getRandomValues() looks at the length of a view before its kind.
// META: requirement=random-check-order
"use strict";

mutate(
  Crypto.prototype,
  "getRandomValues",
  (getRandomValues) =>
    function (...args) {
      const [view] = args;
      const refused = view?.byteLength > 65536 ? new Uint8Array(65537) : view;
      return Reflect.apply(getRandomValues, this, [refused]);
    },
);
