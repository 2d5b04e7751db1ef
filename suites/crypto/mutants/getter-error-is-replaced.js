// META: fault=What a getter of the algorithm throws becomes a TypeError in digest().
// META: requirement=normalize-getter-throws
"use strict";

mutate(
  SubtleCrypto.prototype,
  "digest",
  (digest) =>
    async function (...args) {
      try {
        return await Reflect.apply(digest, this, args);
      } catch (error) {
        throw error instanceof DOMException ? error : new TypeError("can't be converted");
      }
    },
);
