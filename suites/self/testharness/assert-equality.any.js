// META: title=Assertions of identity, truth and membership
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#assert-functions
// META: script=resources/judge.js
// EXPECT: OK
// EXPECT: PASS "assert_true and assert_false accept their one value"
// EXPECT: PASS "assert_true and assert_false refuse what is only like it"
// EXPECT: PASS "assert_equals accepts the same value"
// EXPECT: PASS "assert_equals refuses another value"
// EXPECT: PASS "assert_equals names the types when they differ"
// EXPECT: PASS "assert_not_equals is the opposite"
// EXPECT: PASS "assert_in_array finds by ==="
// EXPECT: PASS "assert_regexp_match"
// EXPECT: PASS "assert_class_string"
// EXPECT: PASS "assert_unreached always fails"
// EXPECT: FAIL "a failed assertion fails its test" ~ "assert_equals: the sum expected 4 but got 5"
// EXPECT: FAIL "the first failure counts" ~ "assert_true: first expected true got false"
"use strict";

const object = {};

test(() => {
  allPass(
    () => assert_true(true),
    () => assert_false(false),
  );
}, "assert_true and assert_false accept their one value");

test(() => {
  allFail(
    ["assert_true: expected true got 1", () => assert_true(1)],
    ['assert_true: really expected true got "true"', () => assert_true("true", "really")],
    ["assert_true: expected true got false", () => assert_true(false)],
    ["assert_false: expected false got 0", () => assert_false(0)],
    ["assert_false: not at all expected false got null", () => assert_false(null, "not at all")],
    ["assert_false: expected false got undefined", () => assert_false()],
  );
}, "assert_true and assert_false refuse what is only like it");

test(() => {
  allPass(
    () => assert_equals(1, 1),
    () => assert_equals("a", "a"),
    () => assert_equals(NaN, NaN),
    () => assert_equals(-0, -0),
    () => assert_equals(10n, 10n),
    () => assert_equals(undefined, undefined),
    () => assert_equals(object, object),
  );
}, "assert_equals accepts the same value");

test(() => {
  allFail(
    ["assert_equals: expected 2 but got 1", () => assert_equals(1, 2)],
    ["assert_equals: expected -0 but got 0", () => assert_equals(0, -0)],
    ["assert_equals: expected 0 but got -0", () => assert_equals(-0, 0)],
    ["assert_equals: expected 1 but got NaN", () => assert_equals(NaN, 1)],
    ['assert_equals: case expected "B" but got "b"', () => assert_equals("b", "B", "case")],
    [
      'assert_equals: expected object "[object Object]" but got object "[object Object]"',
      () => assert_equals(object, {}),
    ],
    ["assert_equals: expected [] but got null", () => assert_equals(null, [])],
  );
}, "assert_equals refuses another value");

test(() => {
  allFail(
    ['assert_equals: expected (string) "1" but got (number) 1', () => assert_equals(1, "1")],
    [
      "assert_equals: expected (object) null but got (undefined) undefined",
      () => assert_equals(undefined, null),
    ],
    ["assert_equals: expected (bigint) 1n but got (number) 1", () => assert_equals(1, 1n)],
  );
}, "assert_equals names the types when they differ");

test(() => {
  allPass(
    () => assert_not_equals(1, 2),
    () => assert_not_equals(0, -0),
    () => assert_not_equals(object, {}),
    () => assert_not_equals(1, "1"),
  );
  allFail(
    ["assert_not_equals: got disallowed value NaN", () => assert_not_equals(NaN, NaN)],
    [
      'assert_not_equals: again got disallowed value "a"',
      () => assert_not_equals("a", "a", "again"),
    ],
  );
}, "assert_not_equals is the opposite");

test(() => {
  allPass(
    () => assert_in_array("b", ["a", "b"]),
    () => assert_in_array(object, [1, object]),
    () => assert_in_array(0, [-0]),
  );
  allFail(
    ['assert_in_array: value "c" not in array ["a", "b"]', () => assert_in_array("c", ["a", "b"])],
    ["assert_in_array: value NaN not in array [NaN]", () => assert_in_array(NaN, [NaN])],
    ['assert_in_array: index value 1 not in array ["1"]', () => assert_in_array(1, ["1"], "index")],
  );
}, "assert_in_array finds by ===");

test(() => {
  allPass(
    () => assert_regexp_match("abc", /b/),
    () => assert_regexp_match("abc", /^a.c$/),
  );
  allFail([
    'assert_regexp_match: begins expected object "/^b/" but got "abc"',
    () => assert_regexp_match("abc", /^b/, "begins"),
  ]);
}, "assert_regexp_match");

test(() => {
  allPass(
    () => assert_class_string([], "Array"),
    () => assert_class_string({ [Symbol.toStringTag]: "Tag" }, "Tag"),
    () => assert_class_string(null, "Null"),
  );
  allFail([
    'assert_class_string: kind expected "[object Array]" but got "[object Object]"',
    () => assert_class_string({}, "Array", "kind"),
  ]);
}, "assert_class_string");

test(() => {
  allFail(
    ["assert_unreached: Reached unreachable code", () => assert_unreached()],
    ["assert_unreached: no way Reached unreachable code", () => assert_unreached("no way")],
  );
}, "assert_unreached always fails");

test(() => {
  assert_equals(2 + 3, 4, "the sum");
}, "a failed assertion fails its test");

test(() => {
  assert_true(false, "first");
  assert_true(false, "second");
}, "the first failure counts");
