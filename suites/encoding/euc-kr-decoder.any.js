// META: title=TextDecoder: EUC-KR
// META: spec=https://encoding.spec.whatwg.org/#euc-kr-decoder
// META: script=resources/bytes.js
"use strict";

decode_table("euc-kr", [
  ["ASCII bytes are themselves", "00 41 5C 7F", "\u0000A\\\u007F"],
  ["two-byte sequences", "C7 D1 B1 DB", "한글"],
  ["the first syllable of KS X 1001", "B0 A1", "가"],
  ["the last syllable of KS X 1001", "C8 FE", "힝"],
  ["the first syllable of Unified Hangul Code", "81 41", "갂"],
  ["the last syllable of Unified Hangul Code", "C6 52", "힣"],
  ["a hanja", "CA A1", "伽"],
  ["the euro sign", "A2 E6", "€"],
  ["0x80 starts nothing", "80 41", "\uFFFDA"],
  ["0xFF starts nothing", "FF 41", "\uFFFDA"],
  ["a leading byte at the end", "41 B0", "A\uFFFD"],
  ["a leading byte before a space keeps it", "B0 20", "\uFFFD "],
  ["a leading byte before 0x40 keeps it", "B0 40", "\uFFFD@"],
  ["a leading byte before 0xFF consumes it", "B0 FF 41", "\uFFFDA"],
  ["an unmapped pointer keeps an ASCII byte", "81 5B", "\uFFFD["],
  ["an unmapped pointer consumes another byte", "C9 A1 41", "\uFFFDA"],
  ["the last pointer is unmapped", "FE FE 41", "\uFFFDA"],
]);
