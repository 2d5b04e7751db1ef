// META: title=call(), apply() and bind() are replaced
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#callbacks
// EXPECT: OK
// EXPECT: PASS "before"
// EXPECT: PASS "after"
// EXPECT: FAIL "a failure" ~ "two is not three"
// EXPECT: PASS "a promise test"
// EXPECT: FAIL "a promise test that fails" ~ "four is not five"
"use strict";

test(() => {}, "before");

const replaced = () => {
  throw new Error("a replaced method of functions was called");
};
Function.prototype.call = replaced;
Function.prototype.apply = replaced;
Function.prototype.bind = replaced;
Function.prototype.toString = replaced;
Reflect.apply = replaced;
Reflect.construct = replaced;

test(() => {}, "after");
test(() => assert_equals(2, 3, "two is not three"), "a failure");
promise_test(async () => {
  await null;
}, "a promise test");
promise_test(async () => {
  await null;
  assert_equals(4, 5, "four is not five");
}, "a promise test that fails");
