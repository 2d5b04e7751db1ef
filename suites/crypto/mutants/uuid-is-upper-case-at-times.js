// META: fault=The last group of a UUID is in upper case.
// META: requirement=uuid-lower-case
"use strict";

mutate(
  Crypto.prototype,
  "randomUUID",
  (randomUUID) =>
    function () {
      const uuid = Reflect.apply(randomUUID, this, []);
      return uuid.slice(0, 24) + uuid.slice(24).toUpperCase();
    },
);
