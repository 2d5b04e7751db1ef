// META: title=digest: its input and its result
// META: spec=https://w3c.github.io/webcrypto/#SubtleCrypto-method-digest
// META: spec=https://webidl.spec.whatwg.org/#dfn-get-buffer-source-copy
// META: script=../resources/helpers.js
// META: script=/common/shared-buffer.js
"use strict";

const sha256_of_abc = hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
const sha256_of_nothing = hex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

// A buffer with "abc" at the offset 8 and other bytes around it.
function buffer_around_abc() {
  const bytes = repeated(0xff, 16);
  bytes.set(ascii("abc"), 8);
  return bytes.buffer;
}

const sources = {
  "an ArrayBuffer": () => ascii("abc").buffer,
  "a Uint8Array": () => ascii("abc"),
  "a Uint8ClampedArray": () => new Uint8ClampedArray(ascii("abc")),
  "an Int8Array": () => new Int8Array(ascii("abc")),
  "a Uint8Array with an offset and a length": () => new Uint8Array(buffer_around_abc(), 8, 3),
  "a DataView with an offset and a length": () => new DataView(buffer_around_abc(), 8, 3),
  "a subarray": () => new Uint8Array(buffer_around_abc()).subarray(8, 11),
};
for (const [source, make] of Object.entries(sources)) {
  promise_test(
    async () => {
      assert_buffer(await crypto.subtle.digest("SHA-256", make()), sha256_of_abc);
    },
    `takes the bytes of ${source}`,
    { requirements: ["buffer-source-bytes"] },
  );
}

for (const name of ["Uint16Array", "Int32Array", "Float64Array", "BigUint64Array"]) {
  promise_test(
    async () => {
      const buffer = Uint8Array.from({ length: 64 }, (_, i) => i).buffer;
      const view = new globalThis[name](buffer, 16, 2);
      const bytes = new Uint8Array(buffer, 16, view.byteLength);
      const expected = await crypto.subtle.digest("SHA-256", bytes);
      assert_buffer(await crypto.subtle.digest("SHA-256", view), expected);
    },
    `takes the bytes, not the elements, of a view of kind ${name}`,
    { requirements: ["buffer-source-bytes"] },
  );
}

promise_test(
  async () => {
    assert_buffer(await crypto.subtle.digest("SHA-256", new ArrayBuffer(0)), sha256_of_nothing);
  },
  "takes an empty ArrayBuffer",
  { requirements: ["buffer-source-bytes"] },
);

promise_test(
  async () => {
    const data = ascii("abc");
    const promise = crypto.subtle.digest("SHA-256", data);
    data.fill(0);
    assert_buffer(await promise, sha256_of_abc);
  },
  "a change of the data after the call has no effect",
  { requirements: ["digest-data-copied"] },
);

promise_test(
  async () => {
    const data = ascii("abc");
    const promise = crypto.subtle.digest("SHA-256", data);
    structuredClone(data.buffer, { transfer: [data.buffer] });
    assert_equals(data.byteLength, 0, "is detached");
    assert_buffer(await promise, sha256_of_abc);
  },
  "detaching the buffer after the call has no effect",
  { requirements: ["digest-data-copied"] },
);

promise_test(
  async () => {
    const data = ascii("abc");
    structuredClone(data.buffer, { transfer: [data.buffer] });
    assert_buffer(await crypto.subtle.digest("SHA-256", data), sha256_of_nothing);
  },
  "a view of a detached buffer has no bytes",
  { requirements: ["buffer-source-detached"] },
);

promise_test(
  async () => {
    const { buffer } = ascii("abc");
    structuredClone(buffer, { transfer: [buffer] });
    assert_buffer(await crypto.subtle.digest("SHA-256", buffer), sha256_of_nothing);
  },
  "a detached buffer has no bytes",
  { requirements: ["buffer-source-detached"] },
);

promise_test(
  async () => {
    const data = ascii("xyz");
    const algorithm = {
      get name() {
        data.set(ascii("abc"));
        return "SHA-256";
      },
    };
    assert_buffer(await crypto.subtle.digest(algorithm, data), sha256_of_abc);
  },
  "the data are copied after the algorithm is read",
  { requirements: ["digest-copy-time"] },
);

promise_test(
  async () => {
    const data = ascii("abc");
    await crypto.subtle.digest("SHA-256", data);
    assert_equals(to_hex(data), "616263");
  },
  "the data are left as they are",
  { requirements: ["digest-data-kept"] },
);

promise_test(
  async () => {
    const data = ascii("abc");
    await crypto.subtle.digest("SHA-256", data.buffer);
    assert_equals(data.buffer.byteLength, 3);
    assert_equals(to_hex(data), "616263");
  },
  "a buffer is left as it is, and isn't detached",
  { requirements: ["digest-data-kept"] },
);

promise_test(
  async () => {
    const data = ascii("abc");
    const first = await crypto.subtle.digest("SHA-256", data);
    const second = await crypto.subtle.digest("SHA-256", data);
    assert_not_equals(first, second);
    new Uint8Array(first).fill(0);
    assert_buffer(second, sha256_of_abc);
  },
  "every call gives a new ArrayBuffer",
  { requirements: ["digest-result"] },
);

promise_test(
  async () => {
    const [first, second] = await Promise.all(
      [ascii(""), ascii("")].map((data) => crypto.subtle.digest("SHA-256", data)),
    );
    assert_not_equals(first, second);
    new Uint8Array(first).fill(0);
    assert_buffer(second, sha256_of_nothing);
  },
  "every call gives a new ArrayBuffer, without data too",
  { requirements: ["digest-result"] },
);

promise_test(
  async () => {
    const results = await Promise.all(
      ["abc", "", "abc", ""].map((text) => crypto.subtle.digest("SHA-256", ascii(text))),
    );
    assert_buffer(results[0], sha256_of_abc);
    assert_buffer(results[1], sha256_of_nothing);
    assert_buffer(results[2], sha256_of_abc);
    assert_buffer(results[3], sha256_of_nothing);
  },
  "calls that run at the same time do not mix their data",
  { requirements: ["digest-data-copied"] },
);

for (const [name, length] of [
  ["SHA-1", 20],
  ["SHA-256", 32],
  ["SHA-384", 48],
  ["SHA-512", 64],
]) {
  promise_test(
    async () => {
      const digest = await crypto.subtle.digest(name, new Uint8Array(3));
      assert_true(digest instanceof ArrayBuffer);
      assert_equals(digest.byteLength, length);
    },
    `${name} gives an ArrayBuffer of ${length} bytes`,
    { requirements: ["digest-result", "sha-length"] },
  );
}

const digest = (data) => crypto.subtle.digest("SHA-256", data);
rejection_table([
  ["TypeError for a string", TypeError, () => digest("abc"), ["buffer-source-required"]],
  [
    "TypeError for an array of numbers",
    TypeError,
    () => digest([0x61]),
    ["buffer-source-required"],
  ],
  ["TypeError for null", TypeError, () => digest(null), ["buffer-source-required"]],
  ["TypeError for undefined", TypeError, () => digest(undefined), ["buffer-source-required"]],
  // WebIDL, BufferSource: no member of the union is marked [AllowShared], so that "if
  // IsSharedArrayBuffer(V) is true, then throw a TypeError", and likewise for a view's buffer.
  [
    "TypeError for a SharedArrayBuffer",
    TypeError,
    () => digest(sharedBuffer(3)),
    ["buffer-source-shared"],
  ],
  [
    "TypeError for a view of a SharedArrayBuffer",
    TypeError,
    () => digest(new Uint8Array(sharedBuffer(3))),
    ["buffer-source-shared"],
  ],
]);
