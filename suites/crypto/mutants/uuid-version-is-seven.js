// META: fault=UUIDs say that they are of version 7.
// META: requirement=uuid-version
"use strict";

mutate(
  Crypto.prototype,
  "randomUUID",
  (randomUUID) =>
    function () {
      const uuid = Reflect.apply(randomUUID, this, []);
      return `${uuid.slice(0, 14)}7${uuid.slice(15)}`;
    },
);
