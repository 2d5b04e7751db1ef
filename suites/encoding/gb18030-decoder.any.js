// META: title=TextDecoder: gb18030 and GBK
// META: spec=https://encoding.spec.whatwg.org/#gb18030-decoder
// META: spec=https://encoding.spec.whatwg.org/#gbk-decoder
// META: script=resources/bytes.js
"use strict";

const both = [
  ["ASCII bytes are themselves", "00 41 7F", "\u0000A\u007F"],
  ["two-byte sequences", "C4 E3 BA C3", "你好"],
  ["the first two-byte sequence", "81 40", "\u4E02"],
  ["a trailing byte over 0x7F", "81 80 B0 A1", "\u4E90啊"],
  ["0x80 is the euro sign", "80", "€"],
  ["0xA2 0xE3 is the euro sign too", "A2 E3", "€"],
  ["0xA3 0xA0 is an ideographic space", "A3 A0", "\u3000"],
  ["0xA8 0xBC is U+1E3F", "A8 BC", "\u1E3F"],
  ["the first four-byte sequence", "81 30 81 30", "\u0080"],
  ["the last four-byte sequence of the basic plane", "84 31 A4 39", "\uFFFF"],
  ["the first four-byte sequence of the other planes", "90 30 81 30", "\u{10000}"],
  ["a four-byte sequence of another plane", "94 39 DA 33", "💩"],
  ["the last four-byte sequence", "E3 32 9A 35", "\u{10FFFF}"],
  ["the four-byte sequence of U+E7C7", "81 35 F4 37", "\uE7C7"],
  ["0xFF starts nothing", "FF 41", "\uFFFDA"],
  ["a leading byte at the end", "41 81", "A\uFFFD"],
  ["two of four bytes at the end", "41 81 30", "A\uFFFD"],
  ["three of four bytes at the end", "41 81 30 81", "A\uFFFD"],
  ["a leading byte before ASCII keeps the ASCII", "81 20", "\uFFFD "],
  ["a leading byte before 0x7F keeps it", "81 7F", "\uFFFD\u007F"],
  ["a leading byte before 0xFF consumes it", "81 FF 41", "\uFFFDA"],
  ["a second byte before ASCII keeps both", "81 30 41", "\uFFFD0A"],
  ["a second byte before a digit keeps both", "81 30 30", "\uFFFD00"],
  ["a third byte before ASCII is read anew", "81 30 81 0A", "\uFFFD0\uFFFD\n"],
  ["a third byte before a trailing byte is read anew", "81 30 81 40", "\uFFFD0\u4E02"],
  ["a pointer between the planes is one error", "84 31 A5 30 41", "\uFFFDA"],
  ["a pointer before the other planes is one error", "8F 39 FE 39 41", "\uFFFDA"],
  ["a pointer after the last plane is one error", "E3 32 9A 36 41", "\uFFFDA"],
  ["the largest pointer is one error", "FE 39 FE 39 41", "\uFFFDA"],
];

decode_table("gb18030", both);
// GBK's decoder is gb18030's decoder, four-byte sequences included.
decode_table("gbk", both);

// The mappings of the 2022 revision: these were private use code points before.
for (const label of ["gb18030", "gbk"]) {
  for (const [hex, text] of [
    ["A6 D9", "\uFE10"],
    ["A6 F3", "\uFE19"],
    ["FE 59", "\u9FB4"],
    ["FE A0", "\u9FBB"],
  ]) {
    test(() => {
      assert_text(new TextDecoder(label).decode(bytes(hex)), text);
    }, `${label}: ${hex} is mapped as in the 2022 revision`);
  }
}
