// META: fault=The attribute algorithm of a key gives a new object at every access.
// META: requirement=key-algorithm-cached
"use strict";

mutateGetter(
  CryptoKey.prototype,
  "algorithm",
  (get) =>
    function () {
      return { ...Reflect.apply(get, this, []) };
    },
);
