// META: fault=verify() with ECDSA on P-256 takes only signatures with the lower of both s.
// META: requirement=ecdsa-verify
"use strict";

const half = 0x7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8n;
mutate(
  SubtleCrypto.prototype,
  "verify",
  (verify) =>
    async function (...args) {
      const { name, namedCurve } = args[1]?.algorithm ?? {};
      let high = false;
      if (name === "ECDSA" && namedCurve === "P-256" && args[2]?.byteLength === 64) {
        const { buffer = args[2], byteOffset = 0 } = args[2];
        const digits = Array.from(new Uint8Array(buffer, byteOffset + 32, 32), (byte) =>
          byte.toString(16).padStart(2, "0"),
        );
        high = BigInt(`0x${digits.join("")}`) > half;
      }
      return (await Reflect.apply(verify, this, args)) && !high;
    },
);
