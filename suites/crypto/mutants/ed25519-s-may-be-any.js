// META: fault=verify() with Ed25519 takes an s that isn't less than the order of the group.
// META: requirement=ed25519-verify-range
"use strict";

const order = 2n ** 252n + 27742317777372353535851937790883648493n;
mutate(
  SubtleCrypto.prototype,
  "verify",
  (verify) =>
    function (...args) {
      const [, key, signature] = args;
      if (key?.algorithm?.name === "Ed25519" && signature?.byteLength === 64) {
        const { buffer = signature, byteOffset = 0 } = signature;
        const bytes = new Uint8Array(buffer, byteOffset, 64).slice();
        let s = 0n;
        for (let i = 63; i >= 32; i -= 1) s = (s << 8n) | BigInt(bytes[i]);
        s %= order;
        for (let i = 32; i < 64; i += 1) {
          bytes[i] = Number(s & 255n);
          s >>= 8n;
        }
        args[2] = bytes;
      }
      return Reflect.apply(verify, this, args);
    },
);
