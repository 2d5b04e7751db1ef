// META: title=TextDecoder: matching of labels
// META: spec=https://encoding.spec.whatwg.org/#concept-encoding-get
// META: spec=https://encoding.spec.whatwg.org/#dom-textdecoder
// META: script=resources/labels.js
"use strict";

for (const [name, labels] of Object.entries(encodings)) {
  test(() => {
    for (const label of labels) {
      assert_equals(new TextDecoder(label.toUpperCase()).encoding, name, label);
    }
  }, `the labels of ${name} match in upper case`);
}

// Rows: [statement, label, encoding or null]
for (const [statement, label, encoding] of [
  ["letters match in mixed case", "Shift_Jis", "shift_jis"],
  ["leading whitespace is removed", "\t\n\f\r utf-8", "utf-8"],
  ["trailing whitespace is removed", "utf-8\t\n\f\r ", "utf-8"],
  ["whitespace inside is kept", "utf 8", null],
  ["a line tabulation is not removed", "\u000Butf-8", null],
  ["a non-breaking space is not removed", "\u00A0utf-8", null],
  ["a line separator is not removed", "utf-8\u2028", null],
  ["a byte order mark is not removed", "\uFEFFutf-8", null],
  ["a U+0000 is not removed", "utf-8\u0000", null],
  ["the Kelvin sign is no letter k", "\u212Aoi8-r", null],
  ["the long s is no letter s", "\u017Fjis", null],
  ["the dotless i is no letter i", "\u0131bm866", null],
  ["fullwidth letters do not match", "ｕｔｆ-8", null],
  ["the empty string is no label", "", null],
  ["whitespace alone is no label", " \t", null],
  ["a label must match as a whole", "utf-8x", null],
  ["punctuation counts", "utf_8", null],
  ["leading zeros count", "iso-8859-02", null],
]) {
  test(() => {
    if (encoding === null) {
      assert_throws_js(RangeError, () => new TextDecoder(label));
    } else {
      assert_equals(new TextDecoder(label).encoding, encoding);
    }
  }, statement);
}

for (const label of [
  "utf-7",
  "utf-32",
  "utf-32le",
  "ucs-4",
  "cesu-8",
  "scsu",
  "iso-8859-12",
  "iso-8859-17",
  "windows-1259",
  "windows-1361",
  "cp437",
  "cp850",
  "ebcdic-us",
  "euc-tw",
  "iso-2022-jp-2",
  "johab",
  "viscii",
  "binary",
  "base64",
  "hex",
]) {
  test(() => {
    assert_throws_js(RangeError, () => new TextDecoder(label));
  }, `${label} is no label`);
}

for (const label of replacementLabels) {
  test(() => {
    assert_throws_js(RangeError, () => new TextDecoder(label));
  }, `${label} is a label of the replacement encoding and refused`);
}
