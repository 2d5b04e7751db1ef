// META: fault=A clone has the very object algorithm of the key that it was made of.
// META: requirement=key-clone
// META: requirement=key-algorithm-cached
"use strict";

keepObject(CryptoKey.prototype, "algorithm");
const origins = new WeakMap();
mutate(
  globalThis,
  "structuredClone",
  (clone) =>
    function (...args) {
      const result = Reflect.apply(clone, this, args);
      if (result instanceof CryptoKey) origins.set(result, args[0]);
      return result;
    },
);
mutateGetter(
  CryptoKey.prototype,
  "algorithm",
  (get) =>
    function () {
      return Reflect.apply(get, origins.get(this) ?? this, []);
    },
);
