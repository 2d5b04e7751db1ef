// META: fault=generateKey() gives the keys of the first pair for X25519 again and again.
// META: requirement=generate-random
"use strict";

const pairs = new Map();
mutate(
  SubtleCrypto.prototype,
  "generateKey",
  (generateKey) =>
    async function (...args) {
      const result = await Reflect.apply(generateKey, this, args);
      if (result.publicKey?.algorithm.name !== "X25519") return result;
      const kind = `${args[1]} ${args[2]}`;
      if (!pairs.has(kind)) pairs.set(kind, result);
      return { ...pairs.get(kind) };
    },
);
