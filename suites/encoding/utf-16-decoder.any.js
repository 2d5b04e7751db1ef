// META: title=TextDecoder: UTF-16
// META: spec=https://encoding.spec.whatwg.org/#shared-utf-16-decoder
// META: spec=https://encoding.spec.whatwg.org/#utf-16be-decoder
// META: spec=https://encoding.spec.whatwg.org/#utf-16le-decoder
// META: script=resources/bytes.js
"use strict";

decode_table("utf-16le", [
  ["a code unit has its low byte first", "41 00 AC 20", "A€"],
  ["U+0000 is a code point", "00 00", "\u0000"],
  ["a surrogate pair is one code point", "3D D8 A9 DC", "💩"],
  ["the first and last surrogate pair", "00 D8 00 DC FF DB FF DF", "\u{10000}\u{10FFFF}"],
  ["noncharacters are no errors", "FE FF FF FF", "\uFFFE\uFFFF"],
  ["a leading surrogate before another code point", "3D D8 41 00", "\uFFFDA"],
  ["a trailing surrogate alone", "A9 DC 41 00", "\uFFFDA"],
  ["a leading surrogate before a pair", "3D D8 3D D8 A9 DC", "\uFFFD💩"],
  ["surrogates in the wrong order", "A9 DC 3D D8", "\uFFFD\uFFFD"],
  ["a trailing surrogate after a pair", "3D D8 A9 DC A9 DC", "💩\uFFFD"],
  ["a single byte", "41", "\uFFFD"],
  ["an odd byte at the end", "41 00 42", "A\uFFFD"],
  ["a leading surrogate at the end", "41 00 3D D8", "A\uFFFD"],
  ["a leading surrogate and an odd byte at the end are one error", "3D D8 A9", "\uFFFD"],
]);

decode_table("utf-16be", [
  ["a code unit has its high byte first", "00 41 20 AC", "A€"],
  ["a surrogate pair is one code point", "D8 3D DC A9", "💩"],
  ["a leading surrogate before another code point", "D8 3D 00 41", "\uFFFDA"],
  ["a trailing surrogate alone", "DC A9 00 41", "\uFFFDA"],
  ["a leading surrogate before a pair", "D8 3D D8 3D DC A9", "\uFFFD💩"],
  ["surrogates in the wrong order", "DC A9 D8 3D", "\uFFFD\uFFFD"],
  ["an odd byte at the end", "00 41 00", "A\uFFFD"],
  ["a leading surrogate at the end", "00 41 D8 3D", "A\uFFFD"],
  ["a leading surrogate and an odd byte at the end are one error", "D8 3D DC", "\uFFFD"],
]);

test(() => {
  assert_text(new TextDecoder("utf-16").decode(bytes("41 00")), "A");
}, "the label utf-16 means little-endian");

test(() => {
  assert_text(new TextDecoder("utf-16").decode(bytes("FE FF 00 41")), "\uFFFE\u4100");
}, "a big-endian byte order mark does not change the byte order");
