// META: fault=The variant of a UUID may be 110 or 111, too.
// META: requirement=uuid-variant
"use strict";

mutate(
  Crypto.prototype,
  "randomUUID",
  (randomUUID) =>
    function () {
      const uuid = Reflect.apply(randomUUID, this, []);
      const variant = "89abcdef"[crypto.getRandomValues(new Uint8Array(1))[0] % 8];
      return uuid.slice(0, 19) + variant + uuid.slice(20);
    },
);
