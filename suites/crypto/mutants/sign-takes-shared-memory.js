// META: fault=sign() takes a view of shared memory.
// META: requirement=buffer-source-shared
"use strict";

mutate(
  SubtleCrypto.prototype,
  "sign",
  (sign) =>
    function (...args) {
      const kind = Object.prototype.toString.call(args[2]?.buffer);
      if (kind === "[object SharedArrayBuffer]") args[2] = args[2].slice();
      return Reflect.apply(sign, this, args);
    },
);
