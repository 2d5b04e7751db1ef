// META: fault=The first group of a UUID is written without leading zeros.
// META: requirement=uuid-format
"use strict";

mutate(
  Crypto.prototype,
  "randomUUID",
  (randomUUID) =>
    function () {
      return Reflect.apply(randomUUID, this, []).replace(/^0{1,7}/, "");
    },
);
