// META: title=TextDecoder: the stream option
// META: spec=https://encoding.spec.whatwg.org/#dom-textdecoder-decode
// META: spec=https://encoding.spec.whatwg.org/#textdecoder-do-not-flush-flag
// META: script=resources/bytes.js
"use strict";

const stream = { stream: true };

// Rows: [statement, label, bytes of the chunks, texts of the chunks and of the end]
for (const [statement, label, chunks, texts] of [
  ["utf-8: two bytes split", "utf-8", "41 C3 | BC 42", ["A", "üB", ""]],
  ["utf-8: three bytes split after the first", "utf-8", "E2 | 82 AC", ["", "€", ""]],
  ["utf-8: three bytes split twice", "utf-8", "E2 | 82 | AC", ["", "", "€", ""]],
  ["utf-8: four bytes split in the middle", "utf-8", "F0 9F | 92 A9", ["", "💩", ""]],
  ["utf-8: empty chunks between", "utf-8", "E2 |  | 82 AC", ["", "", "€", ""]],
  ["utf-8: a start that the next chunk breaks", "utf-8", "E2 82 | 41", ["", "\uFFFDA", ""]],
  ["utf-8: a start that the next start breaks", "utf-8", "E2 82 | E2 82 AC", ["", "\uFFFD€", ""]],
  [
    "utf-8: an error is given as soon as it is known",
    "utf-8",
    "E0 80 | 80",
    ["\uFFFD\uFFFD", "\uFFFD", ""],
  ],
  ["utf-8: the boundary lasts into the next chunk", "utf-8", "ED | A0", ["", "\uFFFD\uFFFD", ""]],
  ["utf-8: a start is left at the end", "utf-8", "41 F0 9F", ["A", "\uFFFD"]],
  ["utf-8: nothing is left at the end", "utf-8", "41", ["A", ""]],
  ["utf-16le: a code unit split", "utf-16le", "41 | 00 42 | 00", ["", "A", "B", ""]],
  ["utf-16le: a surrogate pair split", "utf-16le", "3D D8 | A9 DC", ["", "💩", ""]],
  ["utf-16le: a surrogate pair split twice", "utf-16le", "3D | D8 A9 | DC", ["", "", "💩", ""]],
  [
    "utf-16le: a surrogate that the next chunk breaks",
    "utf-16le",
    "3D D8 | 41 00",
    ["", "\uFFFDA", ""],
  ],
  ["utf-16le: a surrogate is left at the end", "utf-16le", "3D D8", ["", "\uFFFD"]],
  ["utf-16be: a surrogate pair split", "utf-16be", "D8 3D DC | A9", ["", "💩", ""]],
  ["gb18030: four bytes split", "gb18030", "94 39 | DA 33", ["", "💩", ""]],
  [
    "gb18030: a start that the next chunk breaks",
    "gb18030",
    "81 30 81 | 0A",
    ["", "\uFFFD0\uFFFD\n", ""],
  ],
  ["big5: two bytes split", "big5", "A7 | 41 A6 | 6E", ["", "你", "好", ""]],
  ["euc-jp: three bytes split", "euc-jp", "8F | B0 | A1", ["", "", "\u4E02", ""]],
  ["shift_jis: two bytes split", "shift_jis", "82 | A0", ["", "あ", ""]],
  ["shift_jis: a start is left at the end", "shift_jis", "82", ["", "\uFFFD"]],
  ["euc-kr: two bytes split", "euc-kr", "C7 | D1 B1 | DB", ["", "한", "글", ""]],
  [
    "iso-2022-jp: an escape sequence split",
    "iso-2022-jp",
    "1B 24 | 42 24 | 22",
    ["", "", "あ", ""],
  ],
  ["windows-1252: nothing is held back", "windows-1252", "80 | FF", ["€", "ÿ", ""]],
]) {
  test(() => {
    const decoder = new TextDecoder(label);
    for (const [i, hex] of chunks.split("|").entries()) {
      assert_text(decoder.decode(bytes(hex), stream), texts[i], `chunk ${hex}`);
    }
    assert_text(decoder.decode(), texts.at(-1), "end");
  }, statement);
}

test(() => {
  const decoder = new TextDecoder();
  assert_text(decoder.decode(bytes("E2 82")), "\uFFFD");
  assert_text(decoder.decode(bytes("AC")), "\uFFFD");
}, "without the option each call stands alone");

test(() => {
  const decoder = new TextDecoder();
  decoder.decode(bytes("E2"), stream);
  assert_text(decoder.decode(bytes("82")), "\uFFFD");
  assert_text(decoder.decode(bytes("41")), "A");
}, "a call without the option ends the stream with its own bytes");

test(() => {
  const decoder = new TextDecoder();
  decoder.decode(bytes("E2"), stream);
  assert_text(decoder.decode(), "\uFFFD");
  assert_text(decoder.decode(), "");
}, "the end of a stream is reported once");

test(() => {
  const decoder = new TextDecoder();
  decoder.decode(bytes("E2 82"), stream);
  assert_text(decoder.decode(undefined, stream), "");
  assert_text(decoder.decode(bytes("AC")), "€");
}, "an undefined input with the option does not end the stream");

test(() => {
  const decoder = new TextDecoder();
  assert_text(decoder.decode(bytes("E2"), { stream: 1 }), "");
  assert_text(decoder.decode(bytes("82"), { stream: "false" }), "");
  assert_text(decoder.decode(bytes("AC"), { stream: 0 }), "€");
}, "the option is converted to a boolean");

test(() => {
  const one = new TextDecoder();
  const other = new TextDecoder();
  one.decode(bytes("E2 82"), stream);
  assert_text(other.decode(bytes("AC"), stream), "\uFFFD");
  assert_text(one.decode(bytes("AC")), "€");
}, "two decoders do not share bytes");

test(() => {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  assert_text(decoder.decode(bytes("E2"), stream), "");
  assert_text(decoder.decode(bytes("82"), stream), "");
  assert_text(decoder.decode(bytes("AC"), stream), "€");
  assert_text(decoder.decode(), "");
}, "fatal: a split sequence is no error");

test(() => {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  decoder.decode(bytes("E2 82"), stream);
  assert_throws_js(TypeError, () => decoder.decode());
}, "fatal: a start that is left at the end throws");

test(() => {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  decoder.decode(bytes("E2 82"), stream);
  assert_throws_js(TypeError, () => decoder.decode(bytes("41"), stream));
}, "fatal: a start that the next chunk breaks throws");

test(() => {
  const decoder = new TextDecoder("utf-16le", { fatal: true });
  decoder.decode(bytes("3D D8 A9"), stream);
  assert_throws_js(TypeError, () => decoder.decode());
}, "fatal: half a UTF-16 surrogate pair that is left at the end throws");

test(() => {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  assert_throws_js(TypeError, () => decoder.decode(bytes("41 FF 42")));
  assert_text(decoder.decode(bytes("43")), "C");
}, "fatal: a call that throws leaves nothing to the next one");

test(() => {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  decoder.decode(bytes("E2 82"), stream);
  assert_throws_js(TypeError, () => decoder.decode());
  assert_text(decoder.decode(bytes("E2 82 AC")), "€");
}, "fatal: an end that throws leaves nothing to the next call");
