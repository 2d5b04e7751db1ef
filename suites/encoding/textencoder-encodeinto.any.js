// META: title=TextEncoder: encodeInto
// META: spec=https://encoding.spec.whatwg.org/#dom-textencoder-encodeinto
// META: script=resources/bytes.js
// META: script=/common/shared-buffer.js
"use strict";

const untouched = 0xa5;

// Rows: [statement, source, size of the destination, code units read, bytes written]
for (const [statement, source, size, read, hex] of [
  ["an empty source writes nothing", "", 4, 0, ""],
  ["an empty destination takes nothing", "A", 0, 0, ""],
  ["ASCII that fits exactly", "ABC", 3, 3, "41 42 43"],
  ["ASCII with room to spare", "AB", 4, 2, "41 42"],
  ["ASCII that does not fit", "ABC", 2, 2, "41 42"],
  ["U+0000 is a code point like others", "\u0000A", 2, 2, "00 41"],
  ["two bytes that fit", "ü", 2, 1, "C3 BC"],
  ["two bytes that do not fit", "Aü", 2, 1, "41"],
  ["three bytes that fit", "€", 3, 1, "E2 82 AC"],
  ["three bytes that do not fit", "A€", 3, 1, "41"],
  ["four bytes that fit count two code units", "💩", 4, 2, "F0 9F 92 A9"],
  ["four bytes that do not fit", "A💩", 4, 1, "41"],
  ["nothing after a code point that does not fit", "€A", 2, 0, ""],
  ["code points of all lengths", "Aü€💩", 10, 5, "41 C3 BC E2 82 AC F0 9F 92 A9"],
  ["a leading surrogate alone is U+FFFD", "\uD83D", 3, 1, "EF BF BD"],
  ["a trailing surrogate alone is U+FFFD", "\uDCA9A", 4, 2, "EF BF BD 41"],
  ["a surrogate alone needs three bytes", "A\uD83D", 3, 1, "41"],
  ["a leading surrogate before a pair", "\uD83D\uD83D\uDCA9", 7, 3, "EF BF BD F0 9F 92 A9"],
  ["a leading surrogate before a pair that does not fit", "\uD83D\uD83D\uDCA9", 6, 1, "EF BF BD"],
  ["a surrogate pair is not split into U+FFFD", "\uD83D\uDCA9", 3, 0, ""],
]) {
  test(() => {
    const destination = new Uint8Array(size).fill(untouched);
    const expected = new Uint8Array(size).fill(untouched);
    expected.set(bytes(hex));
    const result = new TextEncoder().encodeInto(source, destination);
    assert_equals(result.read, read, "read");
    assert_equals(result.written, bytes(hex).length, "written");
    assert_array_equals(destination, expected);
  }, statement);
}

test(() => {
  const buffer = new Uint8Array(6).fill(untouched);
  const result = new TextEncoder().encodeInto("ABCD", buffer.subarray(2, 4));
  assert_equals(result.read, 2);
  assert_array_equals(buffer, [untouched, untouched, 0x41, 0x42, untouched, untouched]);
}, "only the part of the buffer that the view covers is written");

test(() => {
  const destination = new Uint8Array(sharedBuffer(4), 1, 2);
  const result = new TextEncoder().encodeInto("üA", destination);
  assert_equals(result.read, 1);
  assert_equals(result.written, 2);
  assert_array_equals(destination, bytes("C3 BC"));
}, "a view of a SharedArrayBuffer is accepted");

test(() => {
  const destination = new Uint8Array(4);
  detach(destination.buffer);
  const result = new TextEncoder().encodeInto("A", destination);
  assert_equals(result.read, 0);
  assert_equals(result.written, 0);
}, "a view of a detached buffer takes nothing");

test(() => {
  const result = new TextEncoder().encodeInto("A", new Uint8Array(1));
  assert_array_equals(Object.keys(result).sort(), ["read", "written"]);
  assert_equals(Object.getPrototypeOf(result), Object.prototype);
}, "the result is an ordinary object with read and written");

test(() => {
  const destination = new Uint8Array(4);
  const result = new TextEncoder().encodeInto(undefined, destination);
  assert_equals(result.read, 4);
  assert_array_equals(destination, bytes("75 6E 64 65"));
}, "an undefined source is the string undefined");

test(() => {
  class Bytes extends Uint8Array {}
  const destination = new Bytes(1);
  assert_equals(new TextEncoder().encodeInto("A", destination).written, 1);
  assert_equals(destination[0], 0x41);
}, "an object of a subclass of Uint8Array is accepted");

for (const [what, make] of [
  ["an ArrayBuffer", () => new ArrayBuffer(4)],
  ["a DataView", () => new DataView(new ArrayBuffer(4))],
  ["an Int8Array", () => new Int8Array(4)],
  ["a Uint8ClampedArray", () => new Uint8ClampedArray(4)],
  ["a Uint16Array", () => new Uint16Array(4)],
  ["an array", () => [0, 0, 0, 0]],
  ["an object that inherits from a Uint8Array", () => Object.create(new Uint8Array(4))],
  ["null", () => null],
  ["undefined", () => undefined],
]) {
  test(() => {
    assert_throws_js(TypeError, () => new TextEncoder().encodeInto("A", make()));
  }, `${what} as destination throws`);
}

test(() => {
  assert_throws_js(TypeError, () => new TextEncoder().encodeInto("A"));
}, "the destination is required");

test(() => {
  const destination = new Uint8Array(4);
  assert_throws_js(TypeError, () => new TextEncoder().encodeInto(Symbol("A"), destination));
}, "a symbol as source throws");

test(() => {
  const { encodeInto } = TextEncoder.prototype;
  assert_throws_js(TypeError, () => encodeInto.call({}, "A", new Uint8Array(4)));
}, "encodeInto() throws for another receiver");
