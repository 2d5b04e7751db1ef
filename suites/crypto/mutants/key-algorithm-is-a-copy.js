// META: fault=The attribute algorithm of a key gives a new object at every access.
// META: requirement=key-algorithm-cached
// Chromium does so itself: there, no subtest that passes can notice it.
"use strict";

mutateGetter(
  CryptoKey.prototype,
  "algorithm",
  (get) =>
    function () {
      return { ...Reflect.apply(get, this, []) };
    },
);
