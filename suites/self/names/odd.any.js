// META: title=Names with every kind of odd character
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#defining-tests
// EXPECT: OK
// EXPECT: PASS "a quote \" and a backslash \\"
// EXPECT: PASS "a\nline feed"
// EXPECT: PASS "a\r\ncarriage return"
// EXPECT: PASS "a\ttabulator"
// EXPECT: PASS "a NUL \u0000 inside"
// EXPECT: PASS "\u0000"
// EXPECT: PASS "every control \u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000b\f\u000e\u001b\u001f\u007f\u0080\u009f"
// EXPECT: PASS "an escape sequence \u001b[31mred\u001b[0m \u001b]0;title\u0007"
// EXPECT: PASS "line \u2028 and paragraph \u2029 separators"
// EXPECT: PASS "Café, naïveté, \u00c5ngström"
// EXPECT: PASS "\u65e5\u672c\u8a9e \ud55c\uad6d\uc5b4"
// EXPECT: PASS "an astral \ud83e\udd80 crab"
// EXPECT: PASS "a family \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67"
// EXPECT: PASS "e\u0301 is not é"
// EXPECT: PASS "right to left \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627"
// EXPECT: PASS "an override \u202e backwards"
// EXPECT: PASS "a byte order mark \ufeff inside"
// EXPECT: PASS "not a character \uffff \ufffe"
// EXPECT: PASS "the replacement \ufffd"
// EXPECT: PASS "a lead U+d800 alone"
// EXPECT: PASS "a trail U+dfff alone"
// EXPECT: PASS "the wrong way round U+dc00U+d800"
// EXPECT: PASS "three in a row U+d800U+d801U+d802"
// EXPECT: PASS "<b onclick=\"alert(1)\">&amp;</b>"
// EXPECT: PASS "]]> ends a section"
// EXPECT: PASS "<!-- not a comment -->"
// EXPECT: PASS "<script>alert(1)</script>"
// EXPECT: PASS "it's 'quoted' `code` ${value}"
// EXPECT: PASS "| a | table |"
// EXPECT: PASS "# not ok 1 - a comment"
// EXPECT: PASS "%s %d %c"
// EXPECT: PASS "../../outside"
// EXPECT: PASS "=1+1"
// EXPECT: PASS "  spaces around  "
// EXPECT: PASS "__proto__"
// EXPECT: PASS "constructor"
// EXPECT: PASS "hasOwnProperty"
// EXPECT: PASS "toString"
// EXPECT: PASS "null"
// EXPECT: PASS "undefined"
// EXPECT: PASS "0"
// EXPECT: PASS "{\"type\":\"subtest\",\"name\":\"inner\",\"status\":\"PASS\"}"
"use strict";

const NAMES = [
  'a quote " and a backslash \\',
  "a\nline feed",
  "a\r\ncarriage return",
  "a\ttabulator",
  "a NUL \u0000 inside",
  "\u0000",
  "every control \u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000b\f\u000e\u001b\u001f\u007f\u0080\u009f",
  "an escape sequence \u001b[31mred\u001b[0m \u001b]0;title\u0007",
  "line \u2028 and paragraph \u2029 separators",
  "Café, naïveté, \u00c5ngström",
  "\u65e5\u672c\u8a9e \ud55c\uad6d\uc5b4",
  "an astral \ud83e\udd80 crab",
  "a family \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
  "e\u0301 is not é",
  "right to left \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
  "an override \u202e backwards",
  "a byte order mark \ufeff inside",
  "not a character \uffff \ufffe",
  "the replacement \ufffd",
  "a lead \ud800 alone",
  "a trail \udfff alone",
  "the wrong way round \udc00\ud800",
  "three in a row \ud800\ud801\ud802",
  '<b onclick="alert(1)">&amp;</b>',
  "]]> ends a section",
  "<!-- not a comment -->",
  "<script>alert(1)</script>",
  "it's 'quoted' `code` ${value}",
  "| a | table |",
  "# not ok 1 - a comment",
  "%s %d %c",
  "../../outside",
  "=1+1",
  "  spaces around  ",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "toString",
  "null",
  "undefined",
  "0",
  '{"type":"subtest","name":"inner","status":"PASS"}',
];

for (const name of NAMES) test(() => {}, name);
