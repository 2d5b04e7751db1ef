// META: fault=The attribute usages of a key gives a new array at every access.
// META: requirement=key-usages-cached
// Chromium does so itself: there, no subtest that passes can notice it.
"use strict";

mutateGetter(
  CryptoKey.prototype,
  "usages",
  (get) =>
    function () {
      return Reflect.apply(get, this, []).slice();
    },
);
