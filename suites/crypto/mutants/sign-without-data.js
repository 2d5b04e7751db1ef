// META: fault=sign() takes data that aren't given for no bytes.
// META: requirement=subtle-missing-arguments
"use strict";

mutate(
  SubtleCrypto.prototype,
  "sign",
  (sign) =>
    function (algorithm, key, data = new Uint8Array()) {
      return Reflect.apply(sign, this, [algorithm, key, data]);
    },
);
