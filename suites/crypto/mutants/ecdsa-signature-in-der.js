// META: fault=sign() with ECDSA gives the signature in DER.
// META: requirement=ecdsa-sign-format
"use strict";

const integer = (bytes) => {
  const start = bytes.findIndex((byte) => byte !== 0);
  const trimmed = [...bytes.slice(start < 0 ? -1 : start)];
  if (trimmed[0] >= 0x80) trimmed.unshift(0);
  return [2, trimmed.length, ...trimmed];
};
mutate(
  SubtleCrypto.prototype,
  "sign",
  (sign) =>
    async function (...args) {
      const signature = await Reflect.apply(sign, this, args);
      if (args[1].algorithm.name !== "ECDSA") return signature;
      const bytes = new Uint8Array(signature);
      const middle = bytes.length / 2;
      const both = [...integer(bytes.slice(0, middle)), ...integer(bytes.slice(middle))];
      return Uint8Array.from([0x30, ...(both.length > 127 ? [0x81] : []), both.length, ...both])
        .buffer;
    },
);
