// META: title=TextDecoder: Shift_JIS
// META: spec=https://encoding.spec.whatwg.org/#shift_jis-decoder
// META: script=resources/bytes.js
"use strict";

decode_table("shift_jis", [
  ["ASCII bytes are themselves", "00 41 5C 7E 7F", "\u0000A\\~\u007F"],
  ["0x80 is U+0080", "80", "\u0080"],
  ["two-byte sequences", "82 A0 88 9F", "あ亜"],
  ["a leading byte over 0xDF", "E0 40", "\u6F3E"],
  ["a trailing byte that is an ASCII letter", "83 41 83 5C", "アソ"],
  ["one byte of halfwidth katakana", "A1 B1 DF", "\uFF61ｱ\uFF9F"],
  ["a NEC extension", "87 40", "①"],
  ["an IBM extension", "FA 40", "\u2170"],
  ["the fullwidth tilde", "81 60", "\uFF5E"],
  ["the fullwidth hyphen-minus", "81 7C", "\uFF0D"],
  ["the first private use code point", "F0 40", "\uE000"],
  ["the last private use code point", "F9 FC", "\uE757"],
  ["0xA0 starts nothing", "A0 41", "\uFFFDA"],
  ["0xFD to 0xFF start nothing", "FD FE FF 41", "\uFFFD\uFFFD\uFFFDA"],
  ["a leading byte at the end", "41 82", "A\uFFFD"],
  ["a leading byte before a quotation mark keeps it", "82 22", '\uFFFD"'],
  ["a leading byte before 0x7F keeps it", "82 7F", "\uFFFD\u007F"],
  ["a leading byte before 0xFD consumes it", "82 FD 41", "\uFFFDA"],
  ["an unmapped pointer keeps an ASCII byte", "85 40", "\uFFFD@"],
  ["an unmapped pointer consumes another byte", "85 80 41", "\uFFFDA"],
  ["a pointer after the last one is an error", "FC FC 41", "\uFFFDA"],
]);
