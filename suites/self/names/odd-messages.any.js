// META: title=Messages with every kind of odd character
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#making-assertions
// EXPECT: OK
// EXPECT: FAIL "message 0" ~ "a quote \" and a backslash \\"
// EXPECT: FAIL "message 1" ~ "a\nline feed"
// EXPECT: FAIL "message 2" ~ "a\r\ncarriage return"
// EXPECT: FAIL "message 3" ~ "a\ttabulator"
// EXPECT: FAIL "message 4" ~ "a NUL \u0000 inside"
// EXPECT: FAIL "message 5" ~ "\u0000"
// EXPECT: FAIL "message 6" ~ "every control \u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000b\f\u000e\u001b\u001f\u007f\u0080\u009f"
// EXPECT: FAIL "message 7" ~ "an escape sequence \u001b[31mred\u001b[0m \u001b]0;title\u0007"
// EXPECT: FAIL "message 8" ~ "line \u2028 and paragraph \u2029 separators"
// EXPECT: FAIL "message 9" ~ "Café, naïveté, \u00c5ngström"
// EXPECT: FAIL "message 10" ~ "\u65e5\u672c\u8a9e \ud55c\uad6d\uc5b4"
// EXPECT: FAIL "message 11" ~ "an astral \ud83e\udd80 crab"
// EXPECT: FAIL "message 12" ~ "a family \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67"
// EXPECT: FAIL "message 13" ~ "e\u0301 is not é"
// EXPECT: FAIL "message 14" ~ "right to left \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627"
// EXPECT: FAIL "message 15" ~ "an override \u202e backwards"
// EXPECT: FAIL "message 16" ~ "a byte order mark \ufeff inside"
// EXPECT: FAIL "message 17" ~ "not a character \uffff \ufffe"
// EXPECT: FAIL "message 18" ~ "the replacement \ufffd"
// EXPECT: FAIL "message 19" ~ "a lead U+d800 alone"
// EXPECT: FAIL "message 20" ~ "a trail U+dfff alone"
// EXPECT: FAIL "message 21" ~ "the wrong way round U+dc00U+d800"
// EXPECT: FAIL "message 22" ~ "three in a row U+d800U+d801U+d802"
// EXPECT: FAIL "message 23" ~ "<b onclick=\"alert(1)\">&amp;</b>"
// EXPECT: FAIL "message 24" ~ "]]> ends a section"
// EXPECT: FAIL "message 25" ~ "<!-- not a comment -->"
// EXPECT: FAIL "message 26" ~ "<script>alert(1)</script>"
// EXPECT: FAIL "message 27" ~ "it's 'quoted' `code` ${value}"
// EXPECT: FAIL "message 28" ~ "| a | table |"
// EXPECT: FAIL "message 29" ~ "# not ok 1 - a comment"
// EXPECT: FAIL "message 30" ~ "%s %d %c"
// EXPECT: FAIL "message 31" ~ "../../outside"
// EXPECT: FAIL "message 32" ~ "=1+1"
// EXPECT: FAIL "message 33" ~ "  spaces around  "
// EXPECT: FAIL "message 34" ~ "__proto__"
// EXPECT: FAIL "message 35" ~ "constructor"
// EXPECT: FAIL "message 36" ~ "hasOwnProperty"
// EXPECT: FAIL "message 37" ~ "toString"
// EXPECT: FAIL "message 38" ~ "null"
// EXPECT: FAIL "message 39" ~ "undefined"
// EXPECT: FAIL "message 40" ~ "0"
// EXPECT: FAIL "message 41" ~ "{\"type\":\"subtest\",\"name\":\"inner\",\"status\":\"PASS\"}"
"use strict";

const MESSAGES = [
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

MESSAGES.forEach((message, index) => {
  test(() => assert_unreached(message), `message ${index}`);
});
