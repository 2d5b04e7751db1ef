// META: title=TextDecoder: EUC-JP
// META: spec=https://encoding.spec.whatwg.org/#euc-jp-decoder
// META: script=resources/bytes.js
"use strict";

decode_table("euc-jp", [
  ["ASCII bytes are themselves", "00 41 5C 7E 7F", "\u0000A\\~\u007F"],
  ["two-byte sequences", "A4 A2 B0 A1", "あ亜"],
  ["a NEC extension", "AD A1", "①"],
  ["an IBM extension", "FC F1", "\u2170"],
  ["0x8E starts halfwidth katakana", "8E A1 8E B1 8E DF", "\uFF61ｱ\uFF9F"],
  ["0x8F starts a sequence of JIS X 0212", "8F B0 A1", "\u4E02"],
  ["JIS X 0212 lasts for one sequence", "8F B0 A1 B0 A1", "\u4E02亜"],
  ["0x80 starts nothing", "80 41", "\uFFFDA"],
  ["0xA0 starts nothing", "A0 41", "\uFFFDA"],
  ["0xFF starts nothing", "FF 41", "\uFFFDA"],
  ["a leading byte at the end", "41 A4", "A\uFFFD"],
  ["0x8E at the end", "41 8E", "A\uFFFD"],
  ["0x8F at the end", "41 8F", "A\uFFFD"],
  ["two of three bytes at the end", "41 8F B0", "A\uFFFD"],
  ["a leading byte before ASCII keeps the ASCII", "A4 41", "\uFFFDA"],
  ["a leading byte before 0x80 consumes it", "A4 80 41", "\uFFFDA"],
  ["a leading byte before 0xFF consumes it", "A4 FF 41", "\uFFFDA"],
  ["0x8E before ASCII keeps the ASCII", "8E 41", "\uFFFDA"],
  ["0x8E before a byte over 0xDF consumes it", "8E E0 41", "\uFFFDA"],
  ["0x8F before ASCII keeps the ASCII", "8F 41", "\uFFFDA"],
  ["0x8F before 0x8E consumes it", "8F 8E 41", "\uFFFDA"],
  ["a three-byte sequence cut off by ASCII", "8F B0 41", "\uFFFDA"],
  ["an unmapped pointer is one error", "A9 A1 41", "\uFFFDA"],
  ["an unmapped pointer of JIS X 0212 is one error", "8F A1 A1 41", "\uFFFDA"],
  ["JIS X 0212 does not outlive an error", "8F A1 A1 B0 A1", "\uFFFD亜"],
]);
