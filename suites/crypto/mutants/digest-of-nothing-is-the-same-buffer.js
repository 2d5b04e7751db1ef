// META: fault=digest() gives the same buffer every time that there are no data.
// META: requirement=digest-result
"use strict";

const buffers = new Map();
mutate(
  SubtleCrypto.prototype,
  "digest",
  (digest) =>
    async function (...args) {
      const length = args[1]?.byteLength;
      const result = await Reflect.apply(digest, this, args);
      if (length > 0 || typeof args[0] !== "string") return result;
      if (!buffers.has(args[0])) buffers.set(args[0], result);
      return buffers.get(args[0]);
    },
);
