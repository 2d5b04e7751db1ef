// META: fault=exportKey() looks at the format before it looks at extractable.
// META: requirement=export-order
"use strict";

mutate(
  SubtleCrypto.prototype,
  "exportKey",
  (exportKey) =>
    async function (...args) {
      const [format, key] = args;
      if (key?.type === "secret" && !key.extractable && /^(spki|pkcs8)$/.test(format)) {
        throw new DOMException("no such format", "NotSupportedError");
      }
      return Reflect.apply(exportKey, this, args);
    },
);
