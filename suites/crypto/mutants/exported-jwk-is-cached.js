// META: fault=A second export as jwk gives the object of the first.
// META: requirement=export-jwk-fresh
"use strict";

const exported = new WeakMap();
mutate(
  SubtleCrypto.prototype,
  "exportKey",
  (exportKey) =>
    async function (...args) {
      const result = await Reflect.apply(exportKey, this, args);
      if (args[0] !== "jwk") return result;
      if (!exported.has(args[1])) exported.set(args[1], result);
      return exported.get(args[1]);
    },
);
