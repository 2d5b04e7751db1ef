// META: fault=sign() looks at the name before it converts its data.
// META: requirement=conversion-first
"use strict";

mutate(
  SubtleCrypto.prototype,
  "sign",
  (sign) =>
    async function (...args) {
      const data = args[2];
      const bytes = data instanceof ArrayBuffer || ArrayBuffer.isView(data);
      if (!bytes) await Reflect.apply(sign, this, [args[0], args[1], new Uint8Array()]);
      return Reflect.apply(sign, this, args);
    },
);
