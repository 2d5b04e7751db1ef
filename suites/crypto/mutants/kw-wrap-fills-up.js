// META: fault=wrapKey() with AES-KW fills a key that is no multiple of 64 bits up with zeros.
// META: requirement=kw-wrap-multiple
"use strict";

mutate(
  SubtleCrypto.prototype,
  "wrapKey",
  (wrapKey) =>
    async function (...args) {
      const [format, key, wrapping, algorithm] = args;
      const { name, length } = key?.algorithm ?? {};
      const filled = format === "raw" && name === "HMAC" && length % 64 > 0 && key.extractable;
      if (!filled || wrapping.algorithm.name !== "AES-KW")
        return Reflect.apply(wrapKey, this, args);
      const bytes = new Uint8Array(8 * Math.ceil(length / 64));
      bytes.set(new Uint8Array(await this.exportKey("raw", key)));
      const type = { name, hash: key.algorithm.hash };
      const other = await this.importKey("raw", bytes, type, true, ["sign"]);
      return Reflect.apply(wrapKey, this, [format, other, wrapping, algorithm]);
    },
);
