// META: title=generate_tests()
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#deprecated-apis
// EXPECT: OK
// EXPECT: PASS "one and one"
// EXPECT: PASS "two and two"
// EXPECT: FAIL "one and two" ~ "assert_equals: expected 4 but got 3"
// EXPECT: PASS "properties for each"
"use strict";

function sum(a, b, expected) {
  assert_equals(a + b, expected);
}

generate_tests(sum, [
  ["one and one", 1, 1, 2],
  ["two and two", 2, 2, 4],
  ["one and two", 1, 2, 4],
]);

generate_tests(
  function (expected) {
    assert_equals(this.properties.note, expected);
  },
  [["properties for each", "mine"]],
  [{ note: "mine" }],
);
