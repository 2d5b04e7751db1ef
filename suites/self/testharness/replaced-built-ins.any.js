// META: title=A test may replace the built-ins that a harness needs
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#defining-tests
// META: requires=error-constructors
// EXPECT: OK
// EXPECT: PASS "the iterator of arrays, put back at the end"
// EXPECT: PASS "the test that replaces them"
// EXPECT: PASS "a synchronous test"
// EXPECT: FAIL "a failing test" ~ "assert_array_equals: lists expected property 1 to be \"b\\n\" but got 2 (expected array [1, \"b\\n\"] got [1, 2])"
// EXPECT: PASS "an asynchronous test"
// EXPECT: PASS "a promise test"
// EXPECT: FAIL "a failing promise test" ~ "promise_test: Unhandled rejection with value: \"reason\""
// EXPECT: PASS "a promise test with a rejection to judge"
// EXPECT: PASS "a promise test with an asynchronous cleanup"
"use strict";

// Tests of the web platform replace such methods to see that implementations do not call them.
// Here each throws from now on, and nothing puts it back. (WPT's testharness.js calls several.)
const replaced = [
  [Promise, "resolve", "reject", "all"],
  [Promise.prototype, "then", "catch", "finally"],
  [Array.prototype, "push", "map", "forEach", "slice", "concat", "indexOf", "filter"],
  [String.prototype, "replace", "split", "slice", "charCodeAt", "includes", "trim", "match"],
  [Object.prototype, "hasOwnProperty", "toString"],
  [Object, "keys", "create", "is", "getPrototypeOf"],
  [Function.prototype, "apply", "bind", "toString"],
  [Number.prototype, "toString"],
  [RegExp.prototype, "exec", "test"],
];
const { defineProperty } = Object;
const rejected = Promise.reject("reason");
const expected = new TypeError();
const rejectedWithError = Promise.reject(expected);

test((t) => {
  const original = Array.prototype[Symbol.iterator];
  t.add_cleanup(() => {
    Array.prototype[Symbol.iterator] = original;
  });
  Array.prototype[Symbol.iterator] = () => {
    throw "Array.prototype[Symbol.iterator] was called";
  };
  assert_any(assert_approx_equals, 2, [1, 2], 0.5);
  assert_array_equals([1, 2], [1, 2]);
  t.step_func((a, b) => assert_equals(a, b), null)(1, 1);
}, "the iterator of arrays, put back at the end");

test(() => {
  for (let i = 0; i < replaced.length; i += 1) {
    const object = replaced[i][0];
    for (let j = 1; j < replaced[i].length; j += 1) {
      defineProperty(object, replaced[i][j], {
        value() {
          throw "a replaced built-in was called";
        },
        configurable: true,
        writable: true,
      });
    }
  }
  // Resolving a promise with an object would look this up.
  defineProperty(Object.prototype, "then", {
    get() {
      throw "Object.prototype.then was looked up";
    },
    configurable: true,
  });
}, "the test that replaces them");

test(() => {
  assert_equals(1, 1);
  assert_array_equals([1, 2], [1, 2]);
  assert_throws_js(TypeError, () => null.property);
}, "a synchronous test");

test(() => assert_array_equals([1, 2], [1, "b\n"], "lists"), "a failing test");

async_test((t) => t.step_func_done(() => {})(), "an asynchronous test");

promise_test(async () => {
  await undefined;
}, "a promise test");

promise_test(() => rejected, "a failing promise test");

promise_test((t) => {
  return promise_rejects_js(t, TypeError, rejectedWithError);
}, "a promise test with a rejection to judge");

promise_test(async (t) => {
  t.add_cleanup(async () => {});
}, "a promise test with an asynchronous cleanup");
