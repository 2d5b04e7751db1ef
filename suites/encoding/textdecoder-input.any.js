// META: title=TextDecoder: the input of decode
// META: spec=https://encoding.spec.whatwg.org/#dom-textdecoder-decode
// META: spec=https://webidl.spec.whatwg.org/#AllowSharedBufferSource
// META: spec=https://webidl.spec.whatwg.org/#dfn-get-buffer-source-copy
// META: script=resources/bytes.js
// META: script=/common/shared-buffer.js
"use strict";

// Sixteen bytes: eight of the text between bytes that must not be read.
const outer = "FF FF FF FF FF FF FF FF 41 42 C3 BC E2 82 AC 43";
const text = "ABü€C";

function filled(buffer) {
  new Uint8Array(buffer).set(bytes(outer));
  return buffer;
}

for (const [buffer, make] of [
  ["ArrayBuffer", () => filled(new ArrayBuffer(16))],
  ["SharedArrayBuffer", () => filled(sharedBuffer(16))],
]) {
  test(
    () => {
      const whole = make();
      assert_text(new TextDecoder().decode(whole), "\uFFFD".repeat(8) + text);
    },
    `an ${buffer} is decoded from its first to its last byte`.replace("an S", "a S"),
  );

  for (const view of [
    "DataView",
    "Int8Array",
    "Uint8Array",
    "Uint8ClampedArray",
    "Int16Array",
    "Uint16Array",
    "Int32Array",
    "Uint32Array",
    "Float32Array",
    "Float64Array",
    "BigInt64Array",
    "BigUint64Array",
  ]) {
    test(() => {
      const View = globalThis[view];
      const input = new View(make(), 8, 8 / (View.BYTES_PER_ELEMENT ?? 1));
      assert_text(new TextDecoder().decode(input), text);
    }, `a ${view} of a part of a ${buffer} is decoded by its bytes`);
  }
}

test(() => {
  assert_text(new TextDecoder().decode(), "");
}, "no input is the empty string");

test(() => {
  assert_text(new TextDecoder().decode(undefined), "");
}, "an undefined input is the empty string");

test(() => {
  assert_text(new TextDecoder().decode(new ArrayBuffer(0)), "");
  assert_text(new TextDecoder().decode(new Uint8Array()), "");
}, "an empty input is the empty string");

test(() => {
  const buffer = filled(new ArrayBuffer(16));
  detach(buffer);
  assert_text(new TextDecoder().decode(buffer), "");
}, "a detached ArrayBuffer is an empty input");

test(() => {
  const view = new Uint8Array(filled(new ArrayBuffer(16)), 8);
  detach(view.buffer);
  assert_text(new TextDecoder().decode(view), "");
}, "a view of a detached ArrayBuffer is an empty input");

for (const [what, input] of [
  ["null", null],
  ["a number", 65],
  ["a string", "A"],
  ["an array of bytes", [0x41]],
  [
    "an object with the members of a view",
    { buffer: new ArrayBuffer(1), byteOffset: 0, byteLength: 1 },
  ],
  ["an object that inherits from a view", Object.create(new Uint8Array(1))],
]) {
  test(() => {
    assert_throws_js(TypeError, () => new TextDecoder().decode(input));
  }, `${what} as input throws`);
}

test(() => {
  assert_throws_js(TypeError, () => new TextDecoder().decode(bytes("41"), true));
}, "a primitive value as options throws");

test(() => {
  assert_text(new TextDecoder().decode(bytes("41"), null), "A");
}, "null is options without members");

test(() => {
  const decoder = new TextDecoder();
  const input = bytes("41 E2 82");
  assert_text(decoder.decode(input, { stream: true }), "A");
  input.fill(0x42);
  assert_text(decoder.decode(bytes("AC")), "€");
}, "a later change of the input does not change bytes that are still to be decoded");

test(() => {
  const input = bytes("EF BB BF 41 FF");
  new TextDecoder().decode(input);
  assert_array_equals(input, bytes("EF BB BF 41 FF"));
}, "the input is not changed");

test(() => {
  const decoder = new TextDecoder();
  const input = bytes("41 42");
  const options = {
    get stream() {
      input[0] = 0x43;
      return false;
    },
  };
  assert_text(decoder.decode(input, options), "CB");
}, "the bytes are read after the options are converted");
