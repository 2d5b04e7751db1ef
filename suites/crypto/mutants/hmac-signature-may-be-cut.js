// META: fault=verify() with HMAC compares as many bytes as the signature has.
// META: requirement=hmac-verify-false
"use strict";

mutate(
  SubtleCrypto.prototype,
  "verify",
  (verify) =>
    async function (...args) {
      const result = await Reflect.apply(verify, this, args);
      const [algorithm, key, signature, data] = args;
      if (result || key.algorithm.name !== "HMAC" || !key.extractable) return result;
      const raw = await this.exportKey("raw", key);
      const able = await this.importKey("raw", raw, key.algorithm, true, ["sign"]);
      const { buffer = signature, byteOffset = 0, byteLength } = signature;
      const right = new Uint8Array(await this.sign(algorithm, able, data));
      const given = new Uint8Array(buffer, byteOffset, byteLength);
      return given.every((byte, i) => byte === right[i]);
    },
);
