// META: title=TextDecoder: single-byte encodings
// META: spec=https://encoding.spec.whatwg.org/#legacy-single-byte-encodings
// META: spec=https://encoding.spec.whatwg.org/#single-byte-decoder
// META: spec=https://encoding.spec.whatwg.org/#x-user-defined-decoder
// META: script=resources/bytes.js
"use strict";

// A text in one of the scripts each encoding is for, in its bytes.
for (const [label, hex, text] of [
  ["ibm866", "F0 AB AA A0 20 C4 DB FC", "Ёлка ─█№"],
  ["iso-8859-2", "AE 6C 75 BB 6F 75 E8 6B FD 20 6B F9 F2", "Žluťoučký kůň"],
  ["iso-8859-3", "65 B6 6F FE 61 6E F8 6F 20 E6 69 75 BC 61 FD", "eĥoŝanĝo ĉiuĵaŭ"],
  ["iso-8859-4", "AB F3 EF B6 F1 B9 20 BC", "Ģķīļņš ŧ"],
  ["iso-8859-5", "AA D8 D2 D0 20 F0 FD", "Њива №§"],
  ["iso-8859-6", "E5 D1 CD C8 C7 BF", "مرحبا؟"],
  ["iso-8859-7", "C3 E5 E9 DC 20 A4 A5", "Γειά €₯"],
  ["iso-8859-8", "F9 EC E5 ED AA BA", "שלום×÷"],
  ["iso-8859-8-i", "F2 E5 EC ED DF", "עולם‗"],
  ["iso-8859-10", "C1 BF B9 BB BD FF", "Áŋđŧ―ĸ"],
  ["iso-8859-13", "A5 DE E0 73 EB A1", "„Žąsė”"],
  ["iso-8859-14", "D0 79 B8 20 A1 F3", "Ŵyẁ Ḃó"],
  ["iso-8859-15", "BC 75 76 72 65 20 35 20 A4", "Œuvre 5 €"],
  ["iso-8859-16", "AA FE 69 FE E3 20 A4", "Șțiță €"],
  ["koi8-r", "F0 D2 C9 D7 C5 D4 20 A5 A0 A8", "Привет ╔═╗"],
  ["koi8-u", "A7 D6 C1 CB 20 AD", "їжак ґ"],
  ["macintosh", "CF 75 76 72 65 20 DE 20 B0", "œuvre ﬁ ∞"],
  ["windows-874", "CA C7 D1 CA B4 D5 80", "สวัสดี€"],
  ["windows-1250", "8F 64 9F 62 B3 6F 20 84 80", "Źdźbło „€"],
  ["windows-1251", "80 F3 F0 90 E5 E2 E0 EA 20 88", "Ђурђевак €"],
  ["windows-1252", "93 8C 75 76 72 65 94 20 80", "“Œuvre” €"],
  ["windows-1253", "C3 E5 E9 DC A1 20 83", "Γειά΅ ƒ"],
  ["windows-1254", "49 FE FD 6B 20 D0 80", "Işık Ğ€"],
  ["windows-1255", "F9 C8 D1 EC E5 C9 ED 20 A4", "שָׁלוֹם ₪"],
  ["windows-1256", "8E C7 E1 E5 20 80 90", "ژاله €گ"],
  ["windows-1257", "DE E0 73 EB 20 ED 80", "Žąsė ķ€"],
  ["windows-1258", "54 69 EA EC 6E 67 20 FE", "Tiê\u0301ng ₫"],
  ["x-mac-cyrillic", "BC F3 E1 E0 E2 20 DC FF", "Љубав №€"],
  ["x-user-defined", "41 7F 80 FF", "A\u007F\uF780\uF7FF"],
]) {
  test(() => {
    assert_text(new TextDecoder(label).decode(bytes(hex)), text);
  }, `${label}: a text in its script`);

  test(() => {
    const ascii = String.fromCharCode(...Array.from({ length: 0x80 }, (_, byte) => byte));
    const input = Uint8Array.from({ length: 0x80 }, (_, byte) => byte);
    assert_text(new TextDecoder(label).decode(input), ascii);
  }, `${label}: ASCII bytes are themselves`);
}

// Where an index differs from what other tables of the same name have.
for (const [label, hex, text, statement] of [
  ["iso-8859-2", "80 9F", "\u0080\u009F", "0x80 to 0x9F are C1 controls"],
  ["iso-8859-8", "FD FE", "\u200E\u200F", "the directional marks are mapped"],
  ["iso-8859-1", "80 96", "€–", "the label means windows-1252"],
  ["iso-8859-9", "80 D0", "€Ğ", "the label means windows-1254"],
  ["iso-8859-11", "80 A1", "€ก", "the label means windows-874"],
  [
    "windows-1252",
    "81 8D 8F 90 9D",
    "\u0081\u008D\u008F\u0090\u009D",
    "unassigned bytes are C1 controls",
  ],
  ["windows-1253", "81 98", "\u0081\u0098", "unassigned bytes below 0xA0 are C1 controls"],
  ["windows-1255", "81 CA", "\u0081\u05BA", "0xCA is U+05BA"],
  ["windows-1258", "D2 DE", "\u0309\u0303", "tone marks are combining"],
  ["windows-874", "81 9F", "\u0081\u009F", "unassigned bytes below 0xA0 are C1 controls"],
  ["koi8-u", "AE BE", "ўЎ", "0xAE and 0xBE are Belarusian letters"],
  ["macintosh", "DB F0", "€\uF8FF", "0xDB is the euro sign, 0xF0 is private use"],
  ["x-mac-cyrillic", "A2 B6", "Ґґ", "0xA2 and 0xB6 are Ukrainian letters"],
]) {
  test(() => {
    assert_text(new TextDecoder(label).decode(bytes(hex)), text);
  }, `${label}: ${statement}`);
}

// The bytes that are in no index; ranges are inclusive.
const unmapped = {
  "iso-8859-3": "A5 AE BE C3 D0 E3 F0",
  "iso-8859-6": "A1-A3 A5-AB AE-BA BC-BE C0 DB-DF F3-FF",
  "iso-8859-7": "AE D2 FF",
  "iso-8859-8": "A1 BF-DE FB-FC FF",
  "iso-8859-8-i": "A1 BF-DE FB-FC FF",
  "windows-874": "DB-DE FC-FF",
  "windows-1253": "AA D2 FF",
  "windows-1255": "D9-DF FB-FC FF",
  "windows-1257": "A1 A5",
};

for (const label of (
  "ibm866 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 " +
  "iso-8859-8-i iso-8859-10 iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16 koi8-r koi8-u " +
  "macintosh windows-874 windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 " +
  "windows-1255 windows-1256 windows-1257 windows-1258 x-mac-cyrillic x-user-defined"
).split(" ")) {
  const expected = new Set();
  for (const range of (unmapped[label] ?? "").split(" ").filter(Boolean)) {
    const [first, last = first] = range.split("-").map((hex) => Number.parseInt(hex, 16));
    for (let byte = first; byte <= last; byte++) {
      expected.add(byte);
    }
  }

  test(() => {
    for (let byte = 0x80; byte <= 0xff; byte++) {
      const text = new TextDecoder(label).decode(Uint8Array.of(byte));
      assert_equals(text.length, 1, `length of the text for 0x${byte.toString(16)}`);
      assert_equals(text === "\uFFFD", expected.has(byte), `0x${byte.toString(16)} is an error`);
    }
  }, `${label}: ${expected.size} bytes are errors`);

  test(() => {
    const decoder = new TextDecoder(label, { fatal: true });
    for (let byte = 0x80; byte <= 0xff; byte++) {
      const input = Uint8Array.of(byte);
      if (expected.has(byte)) {
        assert_throws_js(TypeError, () => decoder.decode(input), `0x${byte.toString(16)}`);
      } else {
        assert_equals(decoder.decode(input).length, 1, `0x${byte.toString(16)}`);
      }
    }
  }, `${label}, fatal: ${expected.size} bytes throw`);
}
