// META: title=TextDecoder: UTF-8
// META: spec=https://encoding.spec.whatwg.org/#utf-8-decoder
// META: script=resources/bytes.js
"use strict";

decode_table("utf-8", [
  ["ASCII bytes are themselves", "00 41 7F", "\u0000A\u007F"],
  ["the first code point of two bytes", "C2 80", "\u0080"],
  ["the last code point of two bytes", "DF BF", "\u07FF"],
  ["the first code point of three bytes", "E0 A0 80", "\u0800"],
  ["the last code point before the surrogates", "ED 9F BF", "\uD7FF"],
  ["the first code point after the surrogates", "EE 80 80", "\uE000"],
  ["the last code point of three bytes", "EF BF BF", "\uFFFF"],
  ["the first code point of four bytes", "F0 90 80 80", "\u{10000}"],
  ["the last code point of four bytes", "F4 8F BF BF", "\u{10FFFF}"],
  ["sequences of all lengths", "41 C3 BC E2 82 AC F0 9F 92 A9 42", "Aü€💩B"],

  // An error covers the longest start of a sequence that could have been valid, and no more.
  ["a continuation byte alone", "80", "\uFFFD"],
  ["continuation bytes are one error each", "80 BF 9F", "\uFFFD\uFFFD\uFFFD"],
  ["0xC0 and 0xC1 start nothing", "C0 80 C1 BF", "\uFFFD\uFFFD\uFFFD\uFFFD"],
  ["0xF5 to 0xFF start nothing", "F5 F8 FC FE FF", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"],
  ["a five-byte form is five errors", "F8 88 80 80 80", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"],
  ["an overlong form of three bytes is three errors", "E0 9F BF", "\uFFFD\uFFFD\uFFFD"],
  ["an overlong form of four bytes is four errors", "F0 8F BF BF", "\uFFFD\uFFFD\uFFFD\uFFFD"],
  ["a surrogate is three errors", "ED A0 80", "\uFFFD\uFFFD\uFFFD"],
  ["a surrogate pair is six errors", "ED A0 BD ED B2 A9", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"],
  ["a code point over U+10FFFF is four errors", "F4 90 80 80", "\uFFFD\uFFFD\uFFFD\uFFFD"],
  ["a two-byte sequence cut off by ASCII", "C3 41", "\uFFFDA"],
  ["a three-byte sequence cut off after one byte", "E2 41", "\uFFFDA"],
  ["a three-byte sequence cut off after two bytes", "E2 82 41", "\uFFFDA"],
  ["a four-byte sequence cut off after one byte", "F0 41", "\uFFFDA"],
  ["a four-byte sequence cut off after two bytes", "F0 9F 41", "\uFFFDA"],
  ["a four-byte sequence cut off after three bytes", "F0 9F 92 41", "\uFFFDA"],
  ["a sequence cut off by another one", "E2 82 C3 BC", "\uFFFDü"],
  ["a sequence cut off by the start of its like", "C3 C3 BC", "\uFFFDü"],
  ["a sequence cut off by a byte that starts nothing", "E2 82 FF", "\uFFFD\uFFFD"],
  ["several sequences cut off", "F1 80 E2 82 C3 41 A9 42", "\uFFFD\uFFFD\uFFFDA\uFFFDB"],
  ["two bytes expected at the end, one there", "41 C3", "A\uFFFD"],
  ["three bytes expected at the end, one there", "41 E2", "A\uFFFD"],
  ["three bytes expected at the end, two there", "41 E2 82", "A\uFFFD"],
  ["four bytes expected at the end, one there", "41 F0", "A\uFFFD"],
  ["four bytes expected at the end, two there", "41 F0 9F", "A\uFFFD"],
  ["four bytes expected at the end, three there", "41 F0 9F 92", "A\uFFFD"],
  ["the lower boundary of 0xE0 does not outlive an error", "E0 41 E1 80 80", "\uFFFDA\u1000"],
  ["the upper boundary of 0xED does not outlive an error", "ED 41 EE BF BF", "\uFFFDA\uEFFF"],
  ["the boundary of 0xF0 does not outlive an error", "F0 80 F1 80 80 80", "\uFFFD\uFFFD\u{40000}"],
  ["the boundary of 0xF4 does not outlive an error", "F4 90 C2 BF", "\uFFFD\uFFFD\u00BF"],
]);

test(() => {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes("EF BF BD"));
  assert_text(text, "\uFFFD");
}, "utf-8, fatal: an encoded U+FFFD is no error");

test(() => {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (const hex of ["EF B7 90", "EF BF BE", "F0 9F BF BF", "F4 8F BF BF"]) {
    assert_equals([...decoder.decode(bytes(hex))].length, 1, hex);
  }
}, "utf-8, fatal: noncharacters are no errors");

test(() => {
  const input = new Uint8Array(100_003).fill(0x41);
  input.set(bytes("E2 82 AC"), 65_535);
  const text = new TextDecoder().decode(input);
  assert_equals(text.length, 100_001);
  assert_equals(text.indexOf("€"), 65_535);
}, "utf-8: a long input is decoded as a whole");
