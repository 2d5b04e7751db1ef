// META: title=format_value
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#format_value
// META: script=resources/judge.js
// EXPECT: OK
// EXPECT: PASS "primitive values"
// EXPECT: PASS "strings are quoted, quotes and backslashes escaped"
// EXPECT: PASS "control characters have escapes"
// EXPECT: PASS "noncharacters and the replacement character have escapes"
// EXPECT: PASS "arrays are shown with their elements"
// EXPECT: PASS "a value inside itself is not shown again"
// EXPECT: PASS "objects and functions are shown as their type and string"
// EXPECT: PASS "long strings of objects are cut"
// EXPECT: PASS "an object that cannot be made a string"
"use strict";

const shows = (...rows) => {
  for (const [value, text] of rows) {
    sameList([format_value(value)], [text]);
  }
};

test(() => {
  shows(
    [undefined, "undefined"],
    [null, "null"],
    [true, "true"],
    [0, "0"],
    [-0, "-0"],
    [1.5, "1.5"],
    [NaN, "NaN"],
    [-Infinity, "-Infinity"],
    [12n, "12n"],
    [Symbol("s"), 'symbol "Symbol(s)"'],
  );
}, "primitive values");

test(() => {
  shows(
    ["", '""'],
    ["a b", '"a b"'],
    ['say "a"', '"say \\"a\\""'],
    ["\\", '"\\\\"'],
    ["é😀", '"é😀"'],
  );
}, "strings are quoted, quotes and backslashes escaped");

test(() => {
  shows(
    ["\0", '"\\0"'],
    ["\x01\x07", '"\\x01\\x07"'],
    ["a\b\t\n\v\f\rz", '"a\\b\\t\\n\\v\\f\\rz"'],
    ["\x0e\x10\x1f", '"\\x0e\\x10\\x1f"'],
    ["\x7f\x80", '"\x7f\x80"'],
  );
}, "control characters have escapes");

test(() => {
  shows(["\ufffc\ufffd\ufffe\uffff", '"\ufffc\\ufffd\\ufffe\\uffff"']);
}, "noncharacters and the replacement character have escapes");

test(() => {
  shows(
    [[], "[]"],
    [[1, "a", [-0, null]], '[1, "a", [-0, null]]'],
    [[undefined, , 1], "[undefined, , 1]"],
  );
}, "arrays are shown with their elements");

test(() => {
  const array = [1];
  array.push(array);
  const shared = { toString: () => "shared" };
  shows([array, "[1, [...]]"], [[shared, [shared]], '[object "shared", [[...]]]']);
}, "a value inside itself is not shown again");

test(() => {
  shows(
    [{}, 'object "[object Object]"'],
    [{ toString: () => "mine" }, 'object "mine"'],
    [new RangeError("far"), 'object "RangeError: far"'],
    [/a"b/g, 'object "/a"b/g"'],
    [new Uint8Array([1, 2]), 'object "1,2"'],
    [(a) => a, 'function "(a) => a"'],
  );
}, "objects and functions are shown as their type and string");

test(() => {
  const long = (length) => ({ toString: () => "x".repeat(length) });
  shows(
    [long(1000), `object "${"x".repeat(1000)}"`],
    [long(1001), `object "${"x".repeat(997)}..."`],
    ["x".repeat(2000), `"${"x".repeat(2000)}"`],
  );
}, "long strings of objects are cut");

test(() => {
  const thrower = (error) => ({
    toString() {
      throw error;
    },
  });
  shows(
    [thrower(new Error("no")), "[stringifying object threw Error: no with type object]"],
    [thrower("never"), "[stringifying object threw never with type string]"],
  );
}, "an object that cannot be made a string");
