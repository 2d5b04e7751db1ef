// META: title=Body.text()
// META: spec=https://fetch.spec.whatwg.org/#dom-body-text
// META: spec=https://encoding.spec.whatwg.org/#utf-8-decode
// META: script=../resources/body.js
"use strict";

const bom = [0xef, 0xbb, 0xbf];
const replacement = "\ufffd";

for (const [label, bytes, expected] of [
  ["no bytes", [], ""],
  ["ASCII", [0x61, 0x00, 0x7f], "a\0\x7f"],
  [
    "two, three and four bytes each",
    [0xc3, 0xa9, 0xe2, 0x98, 0x83, 0xf0, 0x9f, 0x98, 0x80],
    "\u00e9\u2603\u{1f600}",
  ],
  ["a byte order mark", [...bom, 0x61], "a"],
  ["nothing but a byte order mark", bom, ""],
  ["two byte order marks", [...bom, ...bom, 0x61], "\ufeffa"],
  ["a byte order mark inside", [0x61, ...bom], "a\ufeff"],
  ["two thirds of a byte order mark", [0xef, 0xbb], replacement],
  ["a byte that never occurs", [0x61, 0xff, 0x62], `a${replacement}b`],
  ["a lone continuation byte", [0x80], replacement],
  ["an overlong NUL", [0xc0, 0x80], replacement.repeat(2)],
  ["an encoded surrogate", [0xed, 0xa0, 0x80], replacement.repeat(3)],
  ["a truncated sequence at the end", [0xf0, 0x9f, 0x98], replacement],
  ["a truncated sequence before ASCII", [0xe2, 0x98, 0x61], `${replacement}a`],
  ["a code point above U+10FFFF", [0xf4, 0x90, 0x80, 0x80], replacement.repeat(4)],
  ["UTF-16 with a byte order mark", [0xff, 0xfe, 0x61, 0x00], `${replacement.repeat(2)}a\0`],
]) {
  for (const holder of bodyHolders) {
    promise_test(
      async () => {
        assert_equals(await holder.make(Uint8Array.from(bytes)).text(), expected);
      },
      `${holder.name}: ${label}`,
      { requirements: ["body-text"] },
    );
  }
}

promise_test(
  async () => {
    const chunks = [0xf0, 0x9f, 0x98, 0x80, 0x61].map((byte) => bytesFrom(byte));
    assert_equals(await new Response(streamOf(...chunks)).text(), "\u{1f600}a");
  },
  "a character is put together from several chunks",
  { requirements: ["body-text-chunks"] },
);

promise_test(
  async () => {
    const response = new Response(streamOf(bytesFrom(0xef), bytesFrom(0xbb, 0xbf), utf8("a")));
    assert_equals(await response.text(), "a");
  },
  "a byte order mark is put together from several chunks",
  { requirements: ["body-text-chunks"] },
);

for (const charset of ["iso-8859-1", "utf-16le", "shift_jis", "unknown"]) {
  promise_test(
    async () => {
      const headers = { "content-type": `text/plain;charset=${charset}` };
      assert_equals(await new Response(bytesFrom(0xc3, 0xa9), { headers }).text(), "\u00e9");
    },
    `charset ${charset} in Content-Type has no effect`,
    { requirements: ["body-text-charset"] },
  );
}

promise_test(
  async () => {
    assert_equals(await new Response("\ufefftext").text(), "text");
  },
  "a byte order mark at the start of a string body is stripped",
  { requirements: ["body-text"] },
);

promise_test(
  async () => {
    assert_equals(await new Response("a\ud800b\udc00").text(), `a${replacement}b${replacement}`);
  },
  "lone surrogates of a string body come back as U+FFFD",
  { requirements: ["body-text"] },
);

promise_test(
  async () => {
    const long = "\u00e9".repeat(100000);
    assert_equals(await new Response(long).text(), long);
  },
  "a long text comes back whole",
  { requirements: ["body-text"] },
);

promise_test(
  async () => {
    assert_equals(await new Response().text(), "");
    assert_equals(await new Request("http://host.example/").text(), "");
  },
  "without a body the text is empty",
  { requirements: ["body-text"] },
);
