// META: title=TextDecoder: ISO-2022-JP
// META: spec=https://encoding.spec.whatwg.org/#iso-2022-jp-decoder
// META: script=resources/bytes.js
"use strict";

const ascii = "1B 28 42";
const roman = "1B 28 4A";
const katakana = "1B 28 49";
const jis0208 = "1B 24 42";

decode_table("iso-2022-jp", [
  ["it starts with ASCII", "00 41 5C 7E 7F", "\u0000A\\~\u007F"],
  ["ESC $ B selects JIS X 0208", `${jis0208} 24 22 30 21`, "あ亜"],
  ["ESC $ @ selects JIS X 0208", "1B 24 40 24 22", "あ"],
  ["ESC ( J selects Roman", `${roman} 41 5C 7E`, "A¥‾"],
  ["ESC ( I selects katakana", `${katakana} 21 31 5F`, "\uFF61ｱ\uFF9F"],
  ["ESC ( B selects ASCII", `${jis0208} 24 22 ${ascii} 24 22`, 'あ$"'],
  ["states follow each other", `41 ${jis0208} 24 22 ${roman} 5C ${katakana} 31`, "Aあ¥ｱ"],
  ["an escape sequence at the end is no error", `${jis0208} 24 22 ${ascii}`, "あ"],
  ["0x80 is an error in ASCII", "80 41", "\uFFFDA"],
  ["0xFF is an error in ASCII", "FF 41", "\uFFFDA"],
  ["0x0E and 0x0F are errors in ASCII", "0E 0F 41", "\uFFFD\uFFFDA"],
  ["0x0E and 0x80 are errors in Roman", `${roman} 0E 80 41`, "\uFFFD\uFFFDA"],
  ["0x20 is an error in katakana", `${katakana} 20 31`, "\uFFFDｱ"],
  ["0x60 is an error in katakana", `${katakana} 60 31`, "\uFFFDｱ"],
  ["0x20 is an error in place of a leading byte", `${jis0208} 20 24 22`, "\uFFFDあ"],
  ["a newline is an error in place of a leading byte", `${jis0208} 24 22 0A 24 22`, "あ\uFFFDあ"],
  ["0xA4 is an error in place of a leading byte", `${jis0208} A4 24 22`, "\uFFFDあ"],
  ["a bad trailing byte is consumed", `${jis0208} 24 0A 24 22`, "\uFFFDあ"],
  ["a trailing byte over 0x7E is consumed", `${jis0208} 24 A2 24 22`, "\uFFFDあ"],
  ["a leading byte at the end", `${jis0208} 24`, "\uFFFD"],
  ["a leading byte before an escape sequence", `${jis0208} 24 ${ascii} 41`, "\uFFFDA"],
  ["an unmapped pointer is one error", `${jis0208} 29 21 24 22`, "\uFFFDあ"],
  ["two escape sequences in a row are an error", `${jis0208} ${ascii} 41`, "\uFFFDA"],
  [
    "three escape sequences in a row are two errors",
    `${roman} ${ascii} ${roman} 5C`,
    "\uFFFD\uFFFD¥",
  ],
  ["an escape sequence after an error is none", `${jis0208} 20 ${ascii} 41`, "\uFFFDA"],
  ["ESC at the end", "41 1B", "A\uFFFD"],
  ["ESC $ at the end gives the dollar sign back", "41 1B 24", "A\uFFFD$"],
  ["ESC ( at the end gives the parenthesis back", "41 1B 28", "A\uFFFD("],
  ["ESC before another byte gives it back", "1B 41", "\uFFFDA"],
  ["ESC ESC gives the second one back", `1B ${roman} 5C`, "\uFFFD¥"],
  ["ESC $ and a bad byte give both back", "1B 24 41", "\uFFFD$A"],
  ["ESC ( and a bad byte give both back", "1B 28 48", "\uFFFD(H"],
  ["ESC $ ( D is not supported", "1B 24 28 44 41", "\uFFFD$(DA"],
  ["a failed escape sequence keeps the state", `${jis0208} 1B 24 22`, "\uFFFDあ"],
  ["a failed escape sequence keeps Roman", `${roman} 1B 5C`, "\uFFFD¥"],
]);

test(() => {
  const decoder = new TextDecoder("iso-2022-jp");
  assert_text(decoder.decode(bytes(jis0208)), "");
  assert_text(decoder.decode(bytes("24 22")), '$"');
}, "iso-2022-jp: the state does not outlive a call that is not streaming");

test(() => {
  const decoder = new TextDecoder("iso-2022-jp");
  assert_text(decoder.decode(bytes(`${jis0208} 24`), { stream: true }), "");
  assert_text(decoder.decode(bytes("22 24 22"), { stream: true }), "ああ");
  assert_text(decoder.decode(), "");
  assert_text(decoder.decode(bytes("24 22")), '$"');
}, "iso-2022-jp: the state lasts until the end of the stream");
