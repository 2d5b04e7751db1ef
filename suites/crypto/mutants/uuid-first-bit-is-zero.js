// META: fault=The first bit of a UUID is always 0, as in a number with a sign.
// META: requirement=uuid-random
"use strict";

mutate(
  Crypto.prototype,
  "randomUUID",
  (randomUUID) =>
    function () {
      const uuid = Reflect.apply(randomUUID, this, []);
      return (Number.parseInt(uuid[0], 16) & 7).toString(16) + uuid.slice(1);
    },
);
