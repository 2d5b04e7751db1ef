// META: title=Crypto.getRandomValues(): the error over the quota, and resizable memory
// META: spec=https://w3c.github.io/webcrypto/#Crypto-method-getRandomValues
// META: spec=https://webidl.spec.whatwg.org/#quotaexceedederror
// META: spec=https://webidl.spec.whatwg.org/#js-buffer-source-types
"use strict";

test(
  () => {
    let error = null;
    try {
      crypto.getRandomValues(new Uint8Array(65537));
    } catch (thrown) {
      error = thrown;
    }
    assert_equals(error.quota, null, "quota");
    assert_equals(error.requested, null, "requested");
  },
  "the error over the quota has no numbers",
  { requirements: ["random-quota-numbers"] },
);

// WebIDL, conversion to a view type not marked [AllowResizable]: "if IsFixedLengthArrayBuffer(
// V.[[ViewedArrayBuffer]]) is false, then throw a TypeError".
for (const [statement, make] of [
  ["a view of a resizable buffer", (buffer) => new Uint8Array(buffer, 0, 8)],
  ["a view that grows with its buffer", (buffer) => new Uint8Array(buffer)],
]) {
  test(
    () => {
      const buffer = new ArrayBuffer(8, { maxByteLength: 16 });
      assert_true(buffer.resizable, "there are resizable buffers");
      assert_throws_js(TypeError, () => crypto.getRandomValues(make(buffer)));
    },
    `throws TypeError for ${statement}`,
    { requirements: ["random-resizable"] },
  );
}

test(
  () => {
    const array = new Uint8Array(64);
    crypto.getRandomValues(array, 1, "more");
    assert_true(array.some((byte) => byte !== 0));
  },
  "arguments behind the first one are ignored",
  { requirements: ["subtle-ignores-more-arguments"] },
);

test(
  () => {
    const array = new Uint32Array(16).fill(7);
    const before = [...array];
    crypto.getRandomValues(array);
    assert_not_equals(array.join(), before.join());
  },
  "what the elements were before makes no difference",
  { requirements: ["random-fills"] },
);
