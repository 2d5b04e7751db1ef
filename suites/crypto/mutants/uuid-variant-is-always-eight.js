// META: fault=The digit with the variant of a UUID is always 8, though two of its bits should be random.
// META: requirement=uuid-random
"use strict";

mutate(
  Crypto.prototype,
  "randomUUID",
  (randomUUID) =>
    function () {
      const uuid = Reflect.apply(randomUUID, this, []);
      return `${uuid.slice(0, 19)}8${uuid.slice(20)}`;
    },
);
