// META: fault=generateKey() knows the names of curves in lower case.
// META: requirement=ec-generate-curve
"use strict";

mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    function (...args) {
      const curve = Object.getOwnPropertyDescriptor(Object(args[0]), "namedCurve")?.value;
      if (/^p-\d+$/.test(curve)) {
        args[0] = { __proto__: args[0], namedCurve: curve.toUpperCase() };
      }
      return Reflect.apply(generateKey, this, args);
    },
);
