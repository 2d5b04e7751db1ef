// META: fault=verify() with ECDSA fails with OperationError for a signature of a wrong length.
// META: requirement=ecdsa-verify-false
"use strict";

const lengths = { "P-256": 64, "P-384": 96, "P-521": 132 };
mutate(
  SubtleCrypto.prototype,
  "verify",
  (verify) =>
    async function (...args) {
      const result = await Reflect.apply(verify, this, args);
      const { name, namedCurve } = args[1].algorithm;
      if (name !== "ECDSA" || args[2].byteLength === lengths[namedCurve]) return result;
      throw new DOMException("a wrong length", "OperationError");
    },
);
