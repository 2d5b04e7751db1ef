// META: fault=ECDSA takes the hash that belongs to the curve, whatever hash says.
// META: requirement=ecdsa-verify
// META: requirement=ecdsa-sign
"use strict";

const hashes = { "P-256": "SHA-256", "P-384": "SHA-384", "P-521": "SHA-512" };
for (const method of ["sign", "verify"]) {
  mutate(
    SubtleCrypto.prototype,
    method,
    (original) =>
      function (...args) {
        const { name, namedCurve } = args[1]?.algorithm ?? {};
        if (name === "ECDSA" && /^SHA-\d+$/.test(args[0]?.hash)) {
          args[0] = { __proto__: args[0], hash: hashes[namedCurve] };
        }
        return Reflect.apply(original, this, args);
      },
  );
}
