// META: title=Crypto.randomUUID()
// META: spec=https://w3c.github.io/webcrypto/#Crypto-method-randomUUID
"use strict";

function uuids(count) {
  return Array.from({ length: count }, () => crypto.randomUUID());
}

test(
  () => {
    assert_equals(typeof crypto.randomUUID(), "string");
  },
  "returns a string",
  { requirements: ["uuid-format"] },
);

test(
  () => {
    for (const uuid of uuids(64)) {
      assert_equals(uuid.length, 36, uuid);
    }
  },
  "is 36 characters long",
  { requirements: ["uuid-format"] },
);

test(
  () => {
    for (const uuid of uuids(64)) {
      assert_array_equals(
        uuid.split("-").map((group) => group.length),
        [8, 4, 4, 4, 12],
        uuid,
      );
    }
  },
  "has groups of 8, 4, 4, 4 and 12 digits with hyphens between them",
  { requirements: ["uuid-format"] },
);

test(
  () => {
    for (const uuid of uuids(64)) {
      assert_regexp_match(uuid, /^[0-9a-f-]+$/);
    }
  },
  "has lower case hexadecimal digits only",
  { requirements: ["uuid-lower-case"] },
);

test(
  () => {
    for (const uuid of uuids(64)) {
      assert_equals(uuid[14], "4", uuid);
    }
  },
  "has the version bits 0100",
  { requirements: ["uuid-version"] },
);

test(
  () => {
    for (const uuid of uuids(64)) {
      assert_equals(Number.parseInt(uuid[19], 16) >> 2, 0b10, uuid);
    }
  },
  "has the variant bits 10",
  { requirements: ["uuid-variant"] },
);

test(
  () => {
    // A place that takes one of 4 values misses one of them in 512 draws with a chance of 2^-210.
    assert_equals(new Set(uuids(512).map((uuid) => uuid[19])).size, 4);
  },
  "the two bits beside the variant are random",
  { requirements: ["uuid-random"] },
);

test(
  () => {
    const drawn = uuids(2048).map((uuid) => uuid.replaceAll("-", ""));
    for (let place = 0; place < 32; place += 1) {
      if (place !== 12 && place !== 16) {
        assert_equals(new Set(drawn.map((uuid) => uuid[place])).size, 16, `digit ${place}`);
      }
    }
  },
  "every digit but those of version and variant takes all 16 values",
  { requirements: ["uuid-random"] },
);

test(
  () => {
    assert_equals(new Set(uuids(1000)).size, 1000);
  },
  "a thousand calls give a thousand different strings",
  { requirements: ["uuid-random"] },
);

test(
  () => {
    assert_equals(crypto.randomUUID.length, 0);
  },
  "takes no argument",
  { requirements: ["subtle-method-length"] },
);

test(
  () => {
    const { randomUUID } = crypto;
    assert_equals(typeof randomUUID, "function");
    assert_throws_js(TypeError, () => randomUUID.call({}));
  },
  "throws TypeError on an object that is not a Crypto",
  { requirements: ["crypto-brand-checks"] },
);
