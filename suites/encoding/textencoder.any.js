// META: title=TextEncoder: encode
// META: spec=https://encoding.spec.whatwg.org/#interface-textencoder
// META: spec=https://encoding.spec.whatwg.org/#utf-8-encoder
// META: script=resources/bytes.js
"use strict";

// Rows: [statement, string, bytes]
for (const [statement, string, hex] of [
  ["the empty string gives no bytes", "", ""],
  ["ASCII code points are one byte", "\u0000A\u007F", "00 41 7F"],
  ["two bytes: the first and last code point", "\u0080\u07FF", "C2 80 DF BF"],
  ["three bytes: the first and last code point", "\u0800\uFFFF", "E0 A0 80 EF BF BF"],
  ["three bytes: the neighbours of the surrogates", "\uD7FF\uE000", "ED 9F BF EE 80 80"],
  ["four bytes: the first and last code point", "\u{10000}\u{10FFFF}", "F0 90 80 80 F4 8F BF BF"],
  ["a surrogate pair is one code point", "\uD83D\uDCA9", "F0 9F 92 A9"],
  ["code points of all lengths", "Aü€💩B", "41 C3 BC E2 82 AC F0 9F 92 A9 42"],
  ["a byte order mark is kept", "\uFEFFA", "EF BB BF 41"],
  ["no byte order mark is added", "ü", "C3 BC"],
  ["a leading surrogate alone becomes U+FFFD", "\uD800", "EF BF BD"],
  ["a trailing surrogate alone becomes U+FFFD", "\uDFFF", "EF BF BD"],
  ["a leading surrogate before text becomes U+FFFD", "\uD83DA", "EF BF BD 41"],
  ["a trailing surrogate before text becomes U+FFFD", "\uDCA9A", "EF BF BD 41"],
  ["a surrogate at the end becomes U+FFFD", "A\uD83D", "41 EF BF BD"],
  ["two leading surrogates and a trailing one", "\uD83D\uD83D\uDCA9", "EF BF BD F0 9F 92 A9"],
  ["surrogates in the wrong order become two U+FFFD", "\uDCA9\uD83D", "EF BF BD EF BF BD"],
]) {
  test(() => {
    assert_array_equals(new TextEncoder().encode(string), bytes(hex));
  }, statement);
}

// Rows: [statement, arguments, text]
for (const [statement, args, text] of [
  ["no argument is the empty string", [], ""],
  ["undefined is the empty string", [undefined], ""],
  ["null is converted", [null], "null"],
  ["a number is converted", [1.5], "1.5"],
  ["an array is converted", [[1, 2]], "1,2"],
  ["an object is converted with toString", [{ toString: () => "text" }], "text"],
]) {
  test(() => {
    const ascii = Array.from(text, (c) => c.charCodeAt(0));
    assert_array_equals(new TextEncoder().encode(...args), ascii);
  }, statement);
}

test(() => {
  assert_throws_js(TypeError, () => new TextEncoder().encode(Symbol("a")));
}, "a symbol throws");

test(() => {
  const result = new TextEncoder().encode("ü€");
  assert_true(result instanceof Uint8Array);
  assert_equals(result.byteOffset, 0);
  assert_equals(result.buffer.byteLength, 5);
}, "encode() returns a Uint8Array over a buffer of its size");

test(() => {
  const encoder = new TextEncoder();
  const first = encoder.encode("A");
  const second = encoder.encode("A");
  assert_not_equals(first, second);
  assert_not_equals(first.buffer, second.buffer);
}, "encode() returns a new array over a new buffer each time");

test(() => {
  const encoder = new TextEncoder();
  assert_array_equals(encoder.encode("\uD83D"), bytes("EF BF BD"));
  assert_array_equals(encoder.encode("\uDCA9"), bytes("EF BF BD"));
}, "a surrogate does not wait for the next call");

test(() => {
  const result = new TextEncoder().encode("€".repeat(40_000));
  assert_equals(result.length, 120_000);
  assert_array_equals(result.subarray(119_997), bytes("E2 82 AC"));
}, "a long string is encoded as a whole");

test(() => {
  assert_equals(new TextEncoder().encoding, "utf-8");
}, "the encoding is utf-8");

test(() => {
  assert_equals(new TextEncoder("utf-16le").encoding, "utf-8");
  assert_array_equals(new TextEncoder("utf-16le").encode("A"), bytes("41"));
}, "the constructor ignores its arguments");

test(() => {
  const encoder = new TextEncoder();
  assert_throws_js(TypeError, () => {
    encoder.encoding = "utf-16le";
  });
  assert_equals(encoder.encoding, "utf-8");
}, "encoding is read-only");

test(() => {
  assert_throws_js(TypeError, () => TextEncoder());
}, "the constructor needs new");

test(() => {
  assert_throws_js(TypeError, () => TextEncoder.prototype.encode.call({}, "A"));
}, "encode() throws for another receiver");

test(() => {
  assert_equals(TextEncoder.length, 0);
  assert_equals(TextEncoder.prototype.encode.length, 0);
  assert_equals(TextEncoder.prototype.encodeInto.length, 2);
}, "the lengths of the constructor and the methods count required arguments");

test(() => {
  assert_equals(Object.prototype.toString.call(new TextEncoder()), "[object TextEncoder]");
}, "the class string is TextEncoder");
