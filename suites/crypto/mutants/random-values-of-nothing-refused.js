// META: fault=getRandomValues() throws for a view of no bytes.
// META: requirement=random-returns-argument
"use strict";

mutate(
  Crypto.prototype,
  "getRandomValues",
  (getRandomValues) =>
    function (...args) {
      const [view] = args;
      if (ArrayBuffer.isView(view) && view.byteLength === 0) throw new TypeError("no bytes");
      return Reflect.apply(getRandomValues, this, args);
    },
);
