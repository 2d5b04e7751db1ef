// META: title=Crypto.getRandomValues()
// META: spec=https://w3c.github.io/webcrypto/#Crypto-method-getRandomValues
// META: spec=https://webidl.spec.whatwg.org/#ArrayBufferView
// META: spec=https://webidl.spec.whatwg.org/#quotaexceedederror
// META: script=/common/shared-buffer.js
"use strict";

const integer_arrays = [
  "Int8Array",
  "Uint8Array",
  "Uint8ClampedArray",
  "Int16Array",
  "Uint16Array",
  "Int32Array",
  "Uint32Array",
  "BigInt64Array",
  "BigUint64Array",
];

for (const name of integer_arrays) {
  test(
    () => {
      const array = new globalThis[name](8);
      assert_equals(crypto.getRandomValues(array), array);
    },
    `returns the very ${name} it was given`,
    { requirements: ["random-returns-argument"] },
  );

  test(
    () => {
      const array = new globalThis[name](2048 / globalThis[name].BYTES_PER_ELEMENT);
      crypto.getRandomValues(array);
      // 2048 random bytes leave a given bit of all elements alike with a chance of 2^-255 at most.
      const bytes = new Uint8Array(array.buffer);
      for (let offset = 0; offset < array.BYTES_PER_ELEMENT; offset += 1) {
        let or = 0;
        let and = 255;
        for (let i = offset; i < bytes.length; i += array.BYTES_PER_ELEMENT) {
          or |= bytes[i];
          and &= bytes[i];
        }
        assert_equals(or, 255, `every bit of byte ${offset} of an element is 1 in some element`);
        assert_equals(and, 0, `every bit of byte ${offset} of an element is 0 in some element`);
      }
    },
    `fills every bit of the elements of a ${name}`,
    { requirements: ["random-fills"] },
  );

  test(
    () => {
      const array = new globalThis[name](65536 / globalThis[name].BYTES_PER_ELEMENT + 1);
      assert_throws_quota(() => crypto.getRandomValues(array));
      assert_true(
        array.every((element) => Number(element) === 0),
        "the array is unchanged",
      );
    },
    `throws QuotaExceededError for ${name} one element over 65536 bytes and leaves it alone`,
    { requirements: ["random-quota", "random-quota-untouched"] },
  );
}

function assert_throws_quota(call) {
  let error = null;
  try {
    call();
  } catch (thrown) {
    error = thrown;
  }
  assert_true(error instanceof DOMException, `throws a DOMException, got ${error}`);
  assert_equals(error.name, "QuotaExceededError");
}

test(
  () => {
    const array = crypto.getRandomValues(new Uint8Array(65536));
    assert_equals(new Set(array).size, 256);
  },
  "fills an array of exactly 65536 bytes, in which every byte value occurs",
  { requirements: ["random-quota-limit", "random-fills"] },
);

test(
  () => {
    let error = null;
    try {
      crypto.getRandomValues(new Uint8Array(65537));
    } catch (thrown) {
      error = thrown;
    }
    assert_true(error instanceof QuotaExceededError);
    assert_equals(error.code, 22);
  },
  "the error over the quota is an instance of the interface QuotaExceededError, code 22",
  { requirements: ["random-quota-error"] },
);

for (const length of [1, 2, 3, 5, 7, 13, 31]) {
  test(
    () => {
      const or = new Uint8Array(length);
      for (let i = 0; i < 64; i += 1) {
        crypto.getRandomValues(new Uint8Array(length)).forEach((byte, k) => {
          or[k] |= byte;
        });
      }
      // A random bit is 0 all 64 times in one of 2^64 cases.
      assert_array_equals(or, Array(length).fill(255));
    },
    `fills ${length} bytes to the last`,
    { requirements: ["random-fills"] },
  );
}

test(
  () => {
    const first = crypto.getRandomValues(new Uint8Array(32));
    const second = crypto.getRandomValues(new Uint8Array(32));
    assert_not_equals(first.join(), second.join());
  },
  "two calls give different values",
  { requirements: ["random-fills"] },
);

test(
  () => {
    const array = new Uint8Array(0);
    assert_equals(crypto.getRandomValues(array), array);
  },
  "accepts an empty array",
  { requirements: ["random-returns-argument"] },
);

test(
  () => {
    const whole = new Uint8Array(256).fill(0xaa);
    crypto.getRandomValues(whole.subarray(64, 192));
    assert_true(
      whole.subarray(0, 64).every((byte) => byte === 0xaa),
      "before the view",
    );
    assert_true(
      whole.subarray(192).every((byte) => byte === 0xaa),
      "after the view",
    );
    assert_true(
      whole.subarray(64, 192).some((byte) => byte !== 0xaa),
      "in the view",
    );
  },
  "writes only the bytes of the view, not the rest of its buffer",
  { requirements: ["random-view-only"] },
);

test(
  () => {
    const array = crypto.getRandomValues(new Uint8Array(new ArrayBuffer(70000), 100, 1024));
    assert_true(array.some((byte) => byte !== 0));
  },
  "measures the view, not its buffer, against the quota",
  { requirements: ["random-quota-limit"] },
);

test(
  () => {
    class Derived extends Uint8Array {}
    const array = new Derived(32);
    assert_equals(crypto.getRandomValues(array), array);
    assert_true(array.some((byte) => byte !== 0));
  },
  "accepts an instance of a class derived from Uint8Array",
  { requirements: ["random-returns-argument"] },
);

// Engines without Float16Array have nothing to refuse.
const float_arrays = ["Float16Array", "Float32Array", "Float64Array"].filter(
  (name) => name in globalThis,
);
for (const name of float_arrays) {
  test(
    () => {
      assert_throws_dom("TypeMismatchError", () => crypto.getRandomValues(new globalThis[name](6)));
    },
    `throws TypeMismatchError for a ${name}`,
    { requirements: ["random-type-mismatch"] },
  );
}

test(
  () => {
    const view = new DataView(new ArrayBuffer(8));
    assert_throws_dom("TypeMismatchError", () => crypto.getRandomValues(view));
  },
  "throws TypeMismatchError for a DataView",
  { requirements: ["random-type-mismatch"] },
);

test(
  () => {
    const array = new Float32Array(65536);
    assert_throws_dom("TypeMismatchError", () => crypto.getRandomValues(array));
  },
  "the kind of array is checked before its length",
  { requirements: ["random-check-order"] },
);

// WebIDL converts the argument to ArrayBufferView, a union of the view types, before the method's
// own steps: "throw a TypeError" ends the conversion of any other value. TypeMismatchError is only
// for step 1 of the method, where the value is a view of a wrong kind.
for (const [statement, value] of [
  ["an ArrayBuffer", new ArrayBuffer(8)],
  ["an array of numbers", [0, 0]],
  ["null", null],
  ["a number", 16],
]) {
  test(
    () => {
      assert_equals(typeof crypto.getRandomValues, "function");
      assert_throws_js(TypeError, () => crypto.getRandomValues(value));
    },
    `throws TypeError for ${statement}`,
    { requirements: ["random-not-a-view"] },
  );
}

test(
  () => {
    assert_equals(typeof crypto.getRandomValues, "function");
    assert_throws_js(TypeError, () => crypto.getRandomValues());
  },
  "throws TypeError without an argument",
  { requirements: ["subtle-missing-arguments"] },
);

// WebIDL, conversion to a view type not marked [AllowShared]: "if IsSharedArrayBuffer(
// V.[[ViewedArrayBuffer]]) is true, then throw a TypeError".
test(
  () => {
    const view = new Uint8Array(sharedBuffer(16));
    assert_throws_js(TypeError, () => crypto.getRandomValues(view));
  },
  "throws TypeError for a view of a SharedArrayBuffer",
  { requirements: ["random-shared"] },
);
