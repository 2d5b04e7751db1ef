// META: title=Names that the harness gives or changes
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#defining-tests
// EXPECT: OK
// EXPECT: PASS "assert_equals(1, 1)"
// EXPECT: PASS "assert_equals(1, 1) 1"
// EXPECT: PASS "assert_equals(1, 1) 2"
// EXPECT: PASS "assert_true(true)"
// EXPECT: PASS "Promise.resolve()"
// EXPECT: PASS "void {}"
// EXPECT: PASS "assert_true(true); assert_false(false);"
// EXPECT: PASS "Names that the harness gives or changes"
// EXPECT: PASS "Names that the harness gives or changes 1"
// EXPECT: PASS "Names that the harness gives or changes 2"
// EXPECT: PASS "high U+d800, low U+dfff, pair 😀, both U+d83dU+d83d"
// EXPECT: PASS "lone surrogates at any place"
// EXPECT: FAIL "lone surrogates in a message" ~ "expected \"U+dc00\" but got \"U+d800!\""
"use strict";

// Hosts set this to the file's title.
globalThis.META_TITLE = "Names that the harness gives or changes";

// A short function without parameters gives its own text, and a number when it repeats.
test(() => assert_equals(1, 1));
// biome-ignore format: the text of the function is its name.
test(() => { assert_equals(1, 1); });
// biome-ignore format: as above.
test(() => { assert_equals(1, 1) });
// biome-ignore format: as above.
test(() => { assert_true(true); ; });
promise_test(() => Promise.resolve());
test(() => void {});
// biome-ignore format: as above.
test(() => { assert_true(true); assert_false(false); });

// All others have the file's title.
test((t) => t.done());
test(() => {
  assert_true(true);
});
test(function () {}, "");

test(() => {}, "high \ud800, low \udfff, pair 😀, both \ud83d\ud83d");

test(() => {
  const rows = [
    ["\ud800", "U+d800"],
    ["\udfff\udc00", "U+dfffU+dc00"],
    ["\ud800\udbff\udc00", "U+d800\udbff\udc00"],
    ["\ud83d\ude00\ude00", "\ud83d\ude00U+de00"],
    ["a\ud800\ue000", "aU+d800\ue000"],
    ["\ud7ff\ue000", "\ud7ff\ue000"],
  ];
  for (const [given, expected] of rows) {
    assert_equals(new AssertionError(given).message, expected);
  }
}, "lone surrogates at any place");

test(() => {
  assert_equals("\ud800!", "\udc00");
}, "lone surrogates in a message");
