// META: title=Assertions of order and closeness
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#assert-functions
// META: script=resources/judge.js
// EXPECT: OK
// EXPECT: PASS "assert_less_than"
// EXPECT: PASS "assert_less_than_equal"
// EXPECT: PASS "assert_greater_than"
// EXPECT: PASS "assert_greater_than_equal"
// EXPECT: PASS "assert_between_exclusive"
// EXPECT: PASS "assert_between_inclusive"
// EXPECT: PASS "only numbers and bigints can be compared"
// EXPECT: PASS "a number is not compared to a bigint"
// EXPECT: PASS "assert_approx_equals"
// EXPECT: PASS "assert_approx_equals compares infinities and NaN by value"
"use strict";

test(() => {
  allPass(
    () => assert_less_than(1, 2),
    () => assert_less_than(1n, 2n),
  );
  allFail(
    ["assert_less_than: expected a number less than 2 but got 2", () => assert_less_than(2, 2)],
    [
      "assert_less_than: big expected a number less than 2n but got 3n",
      () => assert_less_than(3n, 2n, "big"),
    ],
    ["assert_less_than: expected a number less than 1 but got NaN", () => assert_less_than(NaN, 1)],
  );
}, "assert_less_than");

test(() => {
  allPass(
    () => assert_less_than_equal(1, 2),
    () => assert_less_than_equal(2, 2),
  );
  allFail([
    "assert_less_than_equal: expected a number less than or equal to 2 but got 3",
    () => assert_less_than_equal(3, 2),
  ]);
}, "assert_less_than_equal");

test(() => {
  allPass(
    () => assert_greater_than(2, 1),
    () => assert_greater_than(Infinity, 1),
  );
  allFail([
    "assert_greater_than: expected a number greater than 2 but got 2",
    () => assert_greater_than(2, 2),
  ]);
}, "assert_greater_than");

test(() => {
  allPass(
    () => assert_greater_than_equal(2, 1),
    () => assert_greater_than_equal(2n, 2n),
  );
  allFail([
    "assert_greater_than_equal: expected a number greater than or equal to 2 but got 1",
    () => assert_greater_than_equal(1, 2),
  ]);
}, "assert_greater_than_equal");

test(() => {
  const between = "assert_between_exclusive: expected a number greater than 1 and less than 3";
  allPass(() => assert_between_exclusive(2, 1, 3));
  allFail(
    [`${between} but got 1`, () => assert_between_exclusive(1, 1, 3)],
    [`${between} but got 3`, () => assert_between_exclusive(3, 1, 3)],
  );
}, "assert_between_exclusive");

test(() => {
  const between =
    "assert_between_inclusive: in range expected a number greater than or equal to 1" +
    " and less than or equal to 3";
  allPass(
    () => assert_between_inclusive(1, 1, 3),
    () => assert_between_inclusive(2n, 1n, 3n),
    () => assert_between_inclusive(3, 1, 3),
  );
  allFail(
    [`${between} but got 0`, () => assert_between_inclusive(0, 1, 3, "in range")],
    [`${between} but got 4`, () => assert_between_inclusive(4, 1, 3, "in range")],
  );
}, "assert_between_inclusive");

test(() => {
  allFail(
    ['assert_less_than: expected a number but got a "string"', () => assert_less_than("1", 2)],
    [
      'assert_greater_than: expected a number but got a "object"',
      () => assert_greater_than({ valueOf: () => 3 }, 2),
    ],
    [
      'assert_between_inclusive: expected a number but got a "undefined"',
      () => assert_between_inclusive(undefined, 1, 3),
    ],
    [
      'assert_approx_equals: expected a number but got a "bigint"',
      () => assert_approx_equals(1n, 1, 1),
    ],
  );
}, "only numbers and bigints can be compared");

test(() => {
  allFail(
    ['assert_less_than: expected a "bigint" but got a "number"', () => assert_less_than(1, 2n)],
    [
      'assert_between_exclusive: expected a "number" but got a "bigint"',
      () => assert_between_exclusive(2n, 1, 3),
    ],
    [
      'assert_between_exclusive: expected lower ("number") and upper ("bigint") types to match' +
        " (test error)",
      () => assert_between_exclusive(2, 1, 3n),
    ],
  );
}, "a number is not compared to a bigint");

test(() => {
  allPass(
    () => assert_approx_equals(1.25, 1, 0.25),
    () => assert_approx_equals(1, 1, 0),
  );
  allFail(
    [
      "assert_approx_equals: expected 1 +/- 0.25 but got 1.5",
      () => assert_approx_equals(1.5, 1, 0.25),
    ],
    [
      "assert_approx_equals: far expected 1 +/- 1 but got -1",
      () => assert_approx_equals(-1, 1, 1, "far"),
    ],
    ["assert_approx_equals: expected 1 +/- 1 but got NaN", () => assert_approx_equals(NaN, 1, 1)],
  );
}, "assert_approx_equals");

test(() => {
  allPass(
    () => assert_approx_equals(Infinity, Infinity, 1),
    () => assert_approx_equals(NaN, NaN, 1),
  );
  allFail(
    [
      "assert_equals: expected -Infinity but got Infinity",
      () => assert_approx_equals(Infinity, -Infinity, 1),
    ],
    [
      "assert_approx_equals: expected 1 +/- 1 but got Infinity",
      () => assert_approx_equals(Infinity, 1, 1),
    ],
  );
}, "assert_approx_equals compares infinities and NaN by value");
