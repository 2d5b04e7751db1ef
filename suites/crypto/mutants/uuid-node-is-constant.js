// META: fault=The last twelve digits of a UUID are those of the machine.
// META: requirement=uuid-random
"use strict";

const node = crypto.randomUUID().slice(24);
mutate(
  Crypto.prototype,
  "randomUUID",
  (randomUUID) =>
    function () {
      return Reflect.apply(randomUUID, this, []).slice(0, 24) + node;
    },
);
