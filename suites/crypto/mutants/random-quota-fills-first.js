// META: fault=getRandomValues() fills what the quota allows before it refuses the view.
// META: requirement=random-quota-untouched
"use strict";

mutate(
  Crypto.prototype,
  "getRandomValues",
  (getRandomValues) =>
    function (...args) {
      const [view] = args;
      if (view instanceof Uint8Array && view.length > 65536) {
        Reflect.apply(getRandomValues, this, [view.subarray(0, 65536)]);
      }
      return Reflect.apply(getRandomValues, this, args);
    },
);
