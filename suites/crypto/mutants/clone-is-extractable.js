// META: fault=The clone of a key says that it is extractable.
// META: requirement=key-clone-hidden
"use strict";

const clones = new WeakSet();
mutate(
  globalThis,
  "structuredClone",
  (clone) =>
    function (...args) {
      const result = Reflect.apply(clone, this, args);
      if (result instanceof CryptoKey) clones.add(result);
      return result;
    },
);
mutateGetter(
  CryptoKey.prototype,
  "extractable",
  (get) =>
    function () {
      return Reflect.apply(get, this, []) || clones.has(this);
    },
);
