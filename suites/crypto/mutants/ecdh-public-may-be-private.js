// META: fault=deriveBits() with ECDH takes a private key for public, and uses its public half.
// META: requirement=ecdh-public-type
"use strict";

mutate(
  SubtleCrypto.prototype,
  "deriveBits",
  (deriveBits) =>
    async function (...args) {
      const other = Object.getOwnPropertyDescriptor(Object(args[0]), "public")?.value;
      if (other?.algorithm?.name === "ECDH" && other.type === "private" && other.extractable) {
        const { kty, crv, x, y } = await this.exportKey("jwk", other);
        const key = await this.importKey("jwk", { kty, crv, x, y }, other.algorithm, true, []);
        args[0] = { name: "ECDH", public: key };
      }
      return Reflect.apply(deriveBits, this, args);
    },
);
