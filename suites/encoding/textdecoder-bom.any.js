// META: title=TextDecoder: the byte order mark
// META: spec=https://encoding.spec.whatwg.org/#concept-td-serialize
// META: spec=https://encoding.spec.whatwg.org/#textdecoder-ignore-bom-flag
// META: script=resources/bytes.js
"use strict";

const marks = {
  "utf-8": { bom: "EF BB BF", a: "41" },
  "utf-16le": { bom: "FF FE", a: "41 00" },
  "utf-16be": { bom: "FE FF", a: "00 41" },
};

for (const [label, { bom, a }] of Object.entries(marks)) {
  const keep = { ignoreBOM: true };

  test(() => {
    assert_text(new TextDecoder(label).decode(bytes(`${bom} ${a}`)), "A");
  }, `${label}: a byte order mark at the start is removed`);

  test(() => {
    assert_text(new TextDecoder(label, keep).decode(bytes(`${bom} ${a}`)), "\uFEFFA");
  }, `${label}: a byte order mark is kept with ignoreBOM`);

  test(() => {
    assert_text(new TextDecoder(label).decode(bytes(bom)), "");
  }, `${label}: a byte order mark alone is the empty string`);

  test(() => {
    assert_text(new TextDecoder(label).decode(bytes(`${bom} ${bom} ${a}`)), "\uFEFFA");
  }, `${label}: a second byte order mark is kept`);

  test(() => {
    assert_text(new TextDecoder(label).decode(bytes(`${a} ${bom}`)), "A\uFEFF");
  }, `${label}: a byte order mark after other text is kept`);

  test(() => {
    const decoder = new TextDecoder(label);
    assert_text(decoder.decode(bytes(`${bom} ${a}`)), "A");
    assert_text(decoder.decode(bytes(`${bom} ${a}`)), "A");
  }, `${label}: each call that is not streaming removes its byte order mark`);

  test(() => {
    const decoder = new TextDecoder(label);
    let text = "";
    for (const byte of bytes(`${bom} ${a} ${bom}`)) {
      text += decoder.decode(Uint8Array.of(byte), { stream: true });
    }
    assert_text(text + decoder.decode(), "A\uFEFF");
  }, `${label}: a byte order mark split between chunks is removed`);

  test(() => {
    const decoder = new TextDecoder(label, keep);
    let text = "";
    for (const byte of bytes(`${bom} ${a}`)) {
      text += decoder.decode(Uint8Array.of(byte), { stream: true });
    }
    assert_text(text + decoder.decode(), "\uFEFFA");
  }, `${label}: a byte order mark split between chunks is kept with ignoreBOM`);

  test(() => {
    const decoder = new TextDecoder(label);
    assert_text(decoder.decode(bytes(a), { stream: true }), "A");
    assert_text(decoder.decode(bytes(bom), { stream: true }), "\uFEFF");
  }, `${label}: a byte order mark in a later chunk is kept`);

  test(() => {
    const decoder = new TextDecoder(label);
    assert_text(decoder.decode(bytes(""), { stream: true }), "");
    assert_text(decoder.decode(bytes(`${bom} ${a}`)), "A");
  }, `${label}: an empty chunk before the byte order mark does not count`);

  test(() => {
    const decoder = new TextDecoder(label);
    decoder.decode(bytes(a), { stream: true });
    decoder.decode();
    assert_text(decoder.decode(bytes(`${bom} ${a}`)), "A");
  }, `${label}: the end of a stream makes the next byte order mark a first one`);

  test(() => {
    const decoder = new TextDecoder(label, { fatal: true });
    assert_text(decoder.decode(bytes(`${bom} ${a}`)), "A");
  }, `${label}: a byte order mark is removed with fatal`);
}

// Rows: [statement, label, bytes, text]
for (const [statement, label, hex, text] of [
  ["utf-8 has no UTF-16LE byte order mark", "utf-8", "FF FE 41 00", "\uFFFD\uFFFDA\u0000"],
  ["utf-8 has no UTF-16BE byte order mark", "utf-8", "FE FF 00 41", "\uFFFD\uFFFD\u0000A"],
  ["utf-16le has no UTF-8 byte order mark", "utf-16le", "EF BB BF 41", "\uBBEF\u41BF"],
  ["utf-16be has no UTF-16LE byte order mark", "utf-16be", "FF FE 00 41", "\uFFFEA"],
  ["windows-1252 has no byte order mark", "windows-1252", "EF BB BF 41", "ï»¿A"],
  ["gb18030 keeps an encoded U+FEFF", "gb18030", "84 31 95 33 41", "\uFEFFA"],
  ["a truncated UTF-8 byte order mark is one error", "utf-8", "EF BB", "\uFFFD"],
  ["a truncated UTF-8 byte order mark before text is one error", "utf-8", "EF BB 41", "\uFFFDA"],
]) {
  test(() => {
    assert_text(new TextDecoder(label).decode(bytes(hex)), text);
  }, statement);
}
