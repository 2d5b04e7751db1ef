// META: fault=An empty label of RSA-OAEP isn't the same as none.
// META: requirement=oaep-label
"use strict";

mutate(
  SubtleCrypto.prototype,
  "encrypt",
  (encrypt) =>
    function (...args) {
      const [algorithm, key] = args;
      if (key?.algorithm?.name === "RSA-OAEP" && algorithm?.label?.byteLength === 0) {
        args[0] = { name: "RSA-OAEP", label: new Uint8Array(1) };
      }
      return Reflect.apply(encrypt, this, args);
    },
);
