// META: fault=The type of a derived key is symmetric.
// META: requirement=key-type
"use strict";

const derived = new WeakSet();
mutate(
  SubtleCrypto.prototype,
  "deriveKey",
  (deriveKey) =>
    async function (...args) {
      const key = await Reflect.apply(deriveKey, this, args);
      derived.add(key);
      return key;
    },
);
mutateGetter(
  CryptoKey.prototype,
  "type",
  (get) =>
    function () {
      const type = Reflect.apply(get, this, []);
      return derived.has(this) ? "symmetric" : type;
    },
);
