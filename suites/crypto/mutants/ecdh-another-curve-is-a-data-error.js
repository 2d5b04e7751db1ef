// META: fault=deriveBits() with ECDH fails with DataError for a public key of another curve.
// META: requirement=ecdh-public-curve
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveBits",
  (deriveBits) =>
    async function (...args) {
      try {
        return await Reflect.apply(deriveBits, this, args);
      } catch (error) {
        const { namedCurve } = args[0]?.public?.algorithm ?? {};
        const other = namedCurve && namedCurve !== args[1].algorithm.namedCurve;
        throw other ? new DOMException(error.message, "DataError") : error;
      }
    },
);
