// META: fault=The label of RSA-OAEP is used neither for encrypting nor for decrypting.
// META: requirement=oaep-label
"use strict";

for (const method of ["encrypt", "decrypt"]) {
  mutate(
    SubtleCrypto.prototype,
    method,
    (original) =>
      function (...args) {
        const label = Object.getOwnPropertyDescriptor(Object(args[0]), "label")?.value;
        if (args[1]?.algorithm?.name === "RSA-OAEP" && label?.byteLength) args[0] = "RSA-OAEP";
        return Reflect.apply(original, this, args);
      },
  );
}
