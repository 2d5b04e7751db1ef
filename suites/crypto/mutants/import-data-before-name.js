// META: fault=importKey() refuses an object given as raw before it looks at the algorithm.
// META: requirement=import-name-first
// Node.js, Deno, Bun and workerd do so themselves: there, no subtest that passes can notice it.
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    async function (...args) {
      const bytes = args[1] instanceof ArrayBuffer || ArrayBuffer.isView(args[1]);
      if (args[0] === "raw" && !bytes) throw new TypeError("no bytes");
      return Reflect.apply(importKey, this, args);
    },
);
