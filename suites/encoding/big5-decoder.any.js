// META: title=TextDecoder: Big5
// META: spec=https://encoding.spec.whatwg.org/#big5-decoder
// META: script=resources/bytes.js
"use strict";

decode_table("big5", [
  ["ASCII bytes are themselves", "00 41 7F", "\u0000A\u007F"],
  ["two-byte sequences", "A7 41 A6 6E", "你好"],
  ["a trailing byte over 0xA0", "A4 A4 A4 E5", "中文"],
  ["the ideographic space", "A1 40", "\u3000"],
  ["an extension of Hong Kong", "87 40", "\u43F0"],
  ["an extension of Hong Kong in another plane", "FA 40", "\u{20547}"],
  ["the last extension of ETEN", "F9 FE", "\uFFED"],
  ["0x88 0x62 is two code points", "88 62", "\u00CA\u0304"],
  ["0x88 0x64 is two code points", "88 64", "\u00CA\u030C"],
  ["0x88 0xA3 is two code points", "88 A3", "\u00EA\u0304"],
  ["0x88 0xA5 is two code points", "88 A5", "\u00EA\u030C"],
  ["0x88 0x66 is one code point", "88 66", "\u00CA"],
  ["0x80 starts nothing", "80 41", "\uFFFDA"],
  ["0xFF starts nothing", "FF 41", "\uFFFDA"],
  ["a leading byte at the end", "41 A4", "A\uFFFD"],
  ["a leading byte before a space keeps it", "A4 20", "\uFFFD "],
  ["a leading byte before 0x7F keeps it", "A4 7F", "\uFFFD\u007F"],
  ["a leading byte before 0x80 consumes it", "A4 80 41", "\uFFFDA"],
  ["a leading byte before 0xA0 consumes it", "A4 A0 41", "\uFFFDA"],
  ["a leading byte before 0xFF consumes it", "A4 FF 41", "\uFFFDA"],
  ["an unmapped pointer keeps an ASCII byte", "81 40", "\uFFFD@"],
  ["an unmapped pointer consumes another byte", "81 A1 41", "\uFFFDA"],
]);
