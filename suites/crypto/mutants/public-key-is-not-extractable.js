// META: fault=The public key of a pair for ECDSA is only extractable if asked for.
// META: requirement=ec-generate-public
"use strict";

const hidden = new WeakSet();
mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    async function (...args) {
      const result = await Reflect.apply(generateKey, this, args);
      if (result.publicKey?.algorithm.name === "ECDSA" && !args[1]) hidden.add(result.publicKey);
      return result;
    },
);
mutateGetter(
  CryptoKey.prototype,
  "extractable",
  (get) =>
    function () {
      return Reflect.apply(get, this, []) && !hidden.has(this);
    },
);
