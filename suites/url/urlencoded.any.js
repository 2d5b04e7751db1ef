// META: title=application/x-www-form-urlencoded: parsing and serializing
// META: spec=https://url.spec.whatwg.org/#urlencoded-parsing
// META: spec=https://url.spec.whatwg.org/#urlencoded-serializing
// META: spec=https://url.spec.whatwg.org/#application-x-www-form-urlencoded-percent-encode-set
"use strict";

// Rows: [statement, input, pairs]
for (const [statement, input, pairs] of [
  [
    "pairs are separated by ampersands",
    "a=1&b=2",
    [
      ["a", "1"],
      ["b", "2"],
    ],
  ],
  [
    "empty sequences are skipped",
    "&a=1&&b=2&",
    [
      ["a", "1"],
      ["b", "2"],
    ],
  ],
  ["a semicolon separates nothing", "a=1;b=2", [["a", "1;b=2"]]],
  [
    "a sequence without an equals sign is a name",
    "a&b",
    [
      ["a", ""],
      ["b", ""],
    ],
  ],
  ["a name can be empty", "=1", [["", "1"]]],
  ["a value can be empty", "a=", [["a", ""]]],
  ["an equals sign alone is a pair", "=", [["", ""]]],
  ["the first equals sign ends the name", "a=b=c", [["a", "b=c"]]],
  ["a second equals sign belongs to the value", "==", [["", "="]]],
  ["plus signs are spaces", "a+b=c+d", [["a b", "c d"]]],
  ["a percent-encoded plus sign is a plus sign", "a%2Bb=%2b", [["a+b", "+"]]],
  ["percent-encoded delimiters do not separate", "a%3Db%26=%3D%26", [["a=b&", "=&"]]],
  ["percent-encoded bytes decode as UTF-8", "%C3%BC=%f0%9F%92%A9", [["ü", "💩"]]],
  ["literal non-ASCII stays", "ü=💩", [["ü", "💩"]]],
  ["literal and percent-encoded parts mix", "%61b%63=1", [["abc", "1"]]],
  ["a percent sign without hex digits stays", "%=%zz%1", [["%", "%zz%1"]]],
  ["a percent sign before a percent-encoded byte stays", "a=%%41", [["a", "%A"]]],
  ["percent-decoding happens once", "a=%2541", [["a", "%41"]]],
  ["an invalid byte becomes U+FFFD", "a=%FF", [["a", "\uFFFD"]]],
  ["a truncated sequence becomes one U+FFFD", "a=%F0%9F%92", [["a", "\uFFFD"]]],
  ["an encoded surrogate becomes three U+FFFD", "a=%ED%A0%80", [["a", "\uFFFD\uFFFD\uFFFD"]]],
  ["a byte order mark is kept", "%EF%BB%BFa=%EF%BB%BF", [["\uFEFFa", "\uFEFF"]]],
  ["a literal byte order mark is kept", "\uFEFFa=1", [["\uFEFFa", "1"]]],
  ["U+0000 is kept", "a%00=\u0000", [["a\u0000", "\u0000"]]],
  ["tab, newline and spaces are kept", " a\t=\nb ", [[" a\t", "\nb "]]],
  ["a number sign belongs to the value", "a=b#c", [["a", "b#c"]]],
  ["_charset_ is an ordinary name", "_charset_=x", [["_charset_", "x"]]],
]) {
  test(() => {
    assert_equals(JSON.stringify([...new URLSearchParams(input)]), JSON.stringify(pairs));
  }, `parse: ${statement}`);
}

function serialized(...pairs) {
  return new URLSearchParams(pairs).toString();
}

// Rows: [statement, pairs, output]
for (const [statement, pairs, output] of [
  [
    "pairs are joined with ampersands",
    [
      ["a", "1"],
      ["b", "2"],
    ],
    "a=1&b=2",
  ],
  ["an empty value keeps its equals sign", [["a", ""]], "a="],
  ["an empty name keeps its equals sign", [["", "1"]], "=1"],
  [
    "an empty pair is an equals sign",
    [
      ["", ""],
      ["", ""],
    ],
    "=&=",
  ],
  ["a space becomes a plus sign", [["a b", " "]], "a+b=+"],
  ["a plus sign is percent-encoded", [["+", "+"]], "%2B=%2B"],
  ["a percent sign is percent-encoded", [["%", "%41"]], "%25=%2541"],
  ["delimiters are percent-encoded", [["&=", "&="]], "%26%3D=%26%3D"],
  ["non-ASCII is percent-encoded as UTF-8", [["ü€", "💩"]], "%C3%BC%E2%82%AC=%F0%9F%92%A9"],
  [
    "controls are percent-encoded in upper case",
    [["\u0000\t\n\r", "\u001F\u007F"]],
    "%00%09%0A%0D=%1F%7F",
  ],
]) {
  test(() => {
    assert_equals(serialized(...pairs), output);
  }, `serialize: ${statement}`);
}

test(() => {
  const kept = "ABCXYZabcxyz0189*-._";
  assert_equals(serialized([kept, kept]), `${kept}=${kept}`);
}, "serialize: ASCII alphanumerics, asterisk, hyphen, dot and low line are kept");

for (const c of "!\"#$%&'()+,/:;<=>?@[\\]^`{|}~") {
  test(() => {
    const hex = c.charCodeAt(0).toString(16).toUpperCase();
    assert_equals(serialized([c, c]), `%${hex}=%${hex}`);
  }, `serialize: ${c} is percent-encoded`);
}

test(() => {
  const pairs = [
    ["a b+c", "&=%"],
    ["", "ü\u0000"],
    ["ü", ""],
  ];
  const again = new URLSearchParams(serialized(...pairs));
  assert_equals(JSON.stringify([...again]), JSON.stringify(pairs));
}, "the output of the serializer parses to the same pairs");

test(() => {
  const params = new URLSearchParams("a=b c");
  assert_equals(String(params), "a=b+c");
  assert_equals(`${params}`, "a=b+c");
  assert_equals(params.toString(), "a=b+c");
}, "a URLSearchParams object stringifies through the serializer");

test(() => {
  assert_throws_js(TypeError, () => URLSearchParams.prototype.toString.call({}));
}, "toString() throws for another receiver");
