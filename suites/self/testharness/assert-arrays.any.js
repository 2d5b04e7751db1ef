// META: title=Assertions on arrays
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#assert-functions
// META: script=resources/judge.js
// EXPECT: OK
// EXPECT: PASS "assert_array_equals accepts equal elements"
// EXPECT: PASS "assert_array_equals accepts anything with a length"
// EXPECT: PASS "assert_array_equals refuses what is no list"
// EXPECT: PASS "assert_array_equals refuses another length"
// EXPECT: PASS "assert_array_equals points at the first difference"
// EXPECT: PASS "assert_array_equals tells a hole from undefined"
// EXPECT: PASS "assert_array_equals compares elements by identity"
// EXPECT: PASS "a message shows the part of a long array around the difference"
// EXPECT: PASS "assert_array_approx_equals"
"use strict";

test(() => {
  allPass(
    () => assert_array_equals([], []),
    () => assert_array_equals([1, "a", NaN, -0, undefined], [1, "a", NaN, -0, undefined]),
    () => assert_array_equals([1, , 3], [1, , 3]),
  );
}, "assert_array_equals accepts equal elements");

test(() => {
  allPass(
    () => assert_array_equals(new Uint8Array([1, 2]), [1, 2]),
    () => assert_array_equals({ length: 1, 0: "a" }, ["a"]),
  );
}, "assert_array_equals accepts anything with a length");

test(() => {
  allFail(
    [
      "assert_array_equals: value is undefined, expected array",
      () => assert_array_equals(undefined, []),
    ],
    [
      'assert_array_equals: value is "ab", expected array',
      () => assert_array_equals("ab", ["a", "b"]),
    ],
    [
      'assert_array_equals: list value is object "[object Object]", expected array',
      () => assert_array_equals({}, [], "list"),
    ],
  );
}, "assert_array_equals refuses what is no list");

test(() => {
  allFail(
    [
      "assert_array_equals: lengths differ, expected array [1, 2] length 2, got [1] length 1",
      () => assert_array_equals([1], [1, 2]),
    ],
    [
      'assert_array_equals: size lengths differ, expected array [] length 0, got ["a"] length 1',
      () => assert_array_equals(["a"], [], "size"),
    ],
  );
}, "assert_array_equals refuses another length");

test(() => {
  allFail(
    [
      "assert_array_equals: expected property 1 to be 2 but got 3" +
        " (expected array [1, 2, 9] got [1, 3, 8])",
      () => assert_array_equals([1, 3, 8], [1, 2, 9]),
    ],
    [
      "assert_array_equals: zero expected property 0 to be 0 but got -0" +
        " (expected array [0] got [-0])",
      () => assert_array_equals([-0], [0], "zero"),
    ],
  );
}, "assert_array_equals points at the first difference");

test(() => {
  allFail(
    [
      'assert_array_equals: expected property 1 to be "present" but was "missing"' +
        " (expected array [1, undefined] got [1, ])",
      () => assert_array_equals([1, ,], [1, undefined]),
    ],
    [
      'assert_array_equals: expected property 0 to be "missing" but was "present"' +
        " (expected array [] got [undefined])",
      () => assert_array_equals([undefined], [,]),
    ],
  );
}, "assert_array_equals tells a hole from undefined");

test(() => {
  const inner = [1];
  allPass(() => assert_array_equals([inner], [inner]));
  allFail([
    "assert_array_equals: expected property 0 to be [1] but got [1]" +
      " (expected array [[1]] got [[1]])",
    () => assert_array_equals([inner], [[1]]),
  ]);
}, "assert_array_equals compares elements by identity");

test(() => {
  const numbers = (length) => Array.from({ length }, (_, i) => i);
  const changed = (length, index) => numbers(length).map((n) => (n === index ? "x" : n));
  const shown = (from, to) => numbers(to).slice(from).join(", ");
  const message = (i, expected, actual) =>
    `assert_array_equals: expected property ${i} to be ${i} but got "x"` +
    ` (expected array [${expected}] got [${actual}])`;
  const differAt = (length, i, from, to) => {
    const before = from > 0 ? "…, " : "";
    const after = to < length ? ", …" : "";
    const expected = before + shown(from, to) + after;
    return [
      message(i, expected, expected.replace(new RegExp(`\\b${i}\\b`), '"x"')),
      () => assert_array_equals(changed(length, i), numbers(length)),
    ];
  };
  allFail(
    differAt(21, 20, 0, 21),
    differAt(30, 0, 0, 20),
    differAt(30, 15, 5, 25),
    differAt(30, 29, 10, 30),
    [
      message(15, 15, "x").replace('"x"', "0").replace(/ \(.*/, "") +
        ` (expected array object "${numbers(25).slice(5)}"` +
        ` got object "${changed(25, 15).slice(5).join().replace("x", "0")}")`,
      () => assert_array_equals(Uint8Array.from(changed(30, 15)), Uint8Array.from(numbers(30))),
    ],
  );
}, "a message shows the part of a long array around the difference");

test(() => {
  allPass(
    () => assert_array_approx_equals([1, 2], [1.25, 1.75], 0.25),
    () => assert_array_approx_equals([], [], 0),
  );
  allFail(
    [
      "assert_array_approx_equals: lengths differ, expected 2 got 1",
      () => assert_array_approx_equals([1], [1, 2], 1),
    ],
    [
      "assert_array_approx_equals: close property 1, expected 2 +/- 0.5, expected 2 but got 3",
      () => assert_array_approx_equals([1, 3], [1, 2], 0.5, "close"),
    ],
    [
      'assert_array_approx_equals: property 0, expected a number but got a "string"',
      () => assert_array_approx_equals(["1"], [1], 1),
    ],
    [
      'assert_array_approx_equals: property 0, property expected to be "present" but was "missing"',
      () => assert_array_approx_equals([,], [1], 1),
    ],
  );
}, "assert_array_approx_equals");
