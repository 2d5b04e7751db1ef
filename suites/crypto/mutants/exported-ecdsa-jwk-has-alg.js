// META: fault=An exported JSON Web Key for ECDSA has an alg.
// META: requirement=ec-export-jwk
"use strict";

const algs = { "P-256": "ES256", "P-384": "ES384", "P-521": "ES512" };
mutate(
  SubtleCrypto.prototype,
  "exportKey",
  (exportKey) =>
    async function (...args) {
      const result = await Reflect.apply(exportKey, this, args);
      const { name, namedCurve } = args[1].algorithm;
      if (args[0] === "jwk" && name === "ECDSA") result.alg = algs[namedCurve];
      return result;
    },
);
